version 1
scenario "A helper who may change everything spends nothing, gives nothing away and learns no password"
id       SETTINGS-326
level    must
covers   sw_register add set renew revoke process_pending cancel_pending_orders get_user_access_info
         get_trade_designated_agent set_trade_designated_agent lookup
source   "domains.opensrs.guide/docs/add-subuser: bits are of what may be changed; the rest is inferred"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=1000.00
actor anna   person    name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-trikes.com contacts=@anna handle=save
     < attributes.id -> $order
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=127
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
state reseller shop  balance = 988.38

shop > sw_register domain  ^cookie=$sue domain=ek-quads.com contacts=@anna
     < response_code = 435  response_text = "Permission Denied: not owner"
shop > renew domain  ^cookie=$sue domain=ek-bikes.com period=1 currentexpirationyear=2027
     < response_code = 435
shop > revoke domain  ^cookie=$sue domain=ek-bikes.com reseller=shop
     < response_code = 435
shop > process_pending domain  ^cookie=$sue order_id=$order
     < response_code = 435
shop > cancel_pending_orders order  ^cookie=$sue to_date=1777908000
     < response_code = 435
shop > get_user_access_info userinfo  ^cookie=$sue domain_name=ek-bikes.com
     < response_code = 435  attributes absent
shop > set_trade_designated_agent domain  ^cookie=$sue allow_designated_agent=1
     < response_code = 435
shop > get_trade_designated_agent domain  ^cookie=$sue
     < response_code = 200  attributes.allow_designated_agent = 0
shop > lookup domain  ^cookie=$sue domain=ek-quads.com
     < response_code = 210
state reseller shop  balance = 988.38
state order $order   status = pending
state ek-bikes.com   expires = 2027-05-04T15:20:00Z  state = active

# The reseller's own word, without the cookie, is enough for all of it.
shop > renew domain  domain=ek-bikes.com period=1 currentexpirationyear=2027
     < response_code = 200
state ek-bikes.com  expires = 2028-05-04T15:20:00Z
