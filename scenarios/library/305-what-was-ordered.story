version 1
scenario "What is ordered along with a name is found again"
id       ORDER-305
level    must
covers   sw_register renew get get_order_info update_contacts
source   "sw_register", "renew" : affiliate_id, f_parkp, encoding_type, comments, auto_renew, f_lock_domain, f_whois_privacy

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

shop > sw_register domain  domain=xn--mnchen-3ya.com owner=@anna encoding_type=GER affiliate_id=partner-7 comments="for the summer" f_parkp=Y auto_renew=1 f_lock_domain=1 f_whois_privacy=1 bulk_order=0
     < response_code = 200
     < response_text = "Domain registration successfully completed Domain successfully locked. Whois Privacy successfully enabled."
     < attributes.whois_privacy_state = enabled
     < attributes.domain_id absent
     < attributes.id -> $order
shop > get_order_info  order_id=$order
     < attributes.field_hash.affiliate_id = partner-7
     < attributes.field_hash.comments = "for the summer"
     < attributes.field_hash.encoding_type = GER
     < attributes.field_hash.f_auto_renew = Y
     < attributes.field_hash.f_lock_domain = 1
shop > get domain  domain=xn--mnchen-3ya.com type=all_info
     < attributes.affiliate_id = partner-7
     < attributes.auto_renew = 1
shop > get domain  domain=xn--mnchen-3ya.com type=status
     < attributes.parkp_status = on
     < attributes.lock_state = 1
shop > get domain  domain=xn--mnchen-3ya.com type=whois_privacy_state
     < attributes.state = enabled
shop > update_contacts domain  domain=xn--mnchen-3ya.com types.0=tech tech=@anna
     < response_code = 200
     < xpath "//item[@key='encoding_type' and . = 'GER']"

# Nothing of it is there unless it is asked for.
shop > sw_register domain  domain=ek-cars.com owner=@anna
     < response_text = "Domain registration successfully completed"
     < attributes.whois_privacy_state absent
shop > get domain  domain=ek-cars.com type=all_info
     < attributes.affiliate_id absent
     < attributes.auto_renew = 0
shop > get domain  domain=ek-cars.com type=status
     < attributes.parkp_status = ""
     < attributes.lock_state = 0

# A renewal can change the parking page; silence leaves it.
shop > renew domain  domain=ek-cars.com currentexpirationyear=2027 period=1 f_parkp=Y
     < response_code = 200
shop > get domain  domain=ek-cars.com type=status
     < attributes.parkp_status = on
shop > renew domain  domain=ek-cars.com currentexpirationyear=2028 period=1
     < response_code = 200
shop > get domain  domain=ek-cars.com type=status
     < attributes.parkp_status = on
shop > renew domain  domain=ek-cars.com currentexpirationyear=2029 period=1 f_parkp=N
     < response_code = 200
shop > get domain  domain=ek-cars.com type=status
     < attributes.parkp_status = ""

# Newer replies have one key more, and what is wrong is named apart from the sentence.
op policy reply.domain_id=on
shop > sw_register domain  domain=ek-boats.com owner=@anna
     < attributes.domain_id exists
shop > sw_register domain  domain=ek-ships.com owner=@anna period=11
     < is_success = 0  response_code = 465
     < attributes.error = "period '11'"
shop > sw_register domain  domain=ek-ships.com owner=@anna f_parkp=perhaps
     < is_success = 0  response_code = 465
     < attributes.error = "f_parkp 'perhaps'"
