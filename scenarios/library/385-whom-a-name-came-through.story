version 1
scenario "Who sent a name's owner, and in which language its reseller hears of it, are the reseller's to change"
id       SETTINGS-385
level    should
covers   sw_register set_domain_affiliate_id modify_messaging_language get
source   "domains.opensrs.guide/docs/modify_messaging_language; sw_register: affiliate_id"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna affiliate_id=friend-7 messaging_language=sv-SE
       reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=all_info
     < attributes.affiliate_id = friend-7  attributes.messaging_language = sv-SE
shop > sw_register domain  domain=ek-trikes.com owner=@anna messaging_language=klingon
     < is_success = 0  response_code = 465

shop > set_domain_affiliate_id domain  domain=ek-bikes.com affiliate_id=partner-9
     < response_code = 200  attributes absent
shop > get domain  domain=ek-bikes.com type=all_info
     < attributes.affiliate_id = partner-9  attributes.messaging_language = sv-SE
shop > set_domain_affiliate_id domain  domain=ek-bikes.com affiliate_id=""
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=all_info
     < attributes.affiliate_id absent

foreach case     language  code  is     text
  |     french   fr-FR     200   fr-FR  "Command Successful"
  |     brazil   pt-BR     200   pt-BR  "Command Successful"
  |     nowhere  fr-XX     465   sv-SE  "Invalid data, error=<messaging_language 'fr-XX'>"
  |     short    fr        465   sv-SE  "Invalid data, error=<messaging_language 'fr'>"
  |     none     ""        460   sv-SE  "Required field 'messaging_language' not provided"

  shop > modify_messaging_language domain  domain=ek-bikes.com messaging_language=$language
       < response_code = $code  response_text = $text
  shop > get domain  domain=ek-bikes.com type=all_info
       < attributes.messaging_language = $is
end

# The name may stand beside the action, or a cookie for it; a helper decides neither.
shop > modify_messaging_language domain  ^domain=ek-bikes.com messaging_language=de-DE
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $anna
shop > set_domain_affiliate_id domain  ^cookie=$anna affiliate_id=anna
     < response_code = 200
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=127
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
shop > set_domain_affiliate_id domain  ^cookie=$sue affiliate_id=sue
     < response_code = 435  response_text = "Permission Denied: not owner"
shop > modify_messaging_language domain  ^cookie=$sue messaging_language=fr-FR
     < response_code = 435
shop > get domain  domain=ek-bikes.com type=all_info
     < attributes.affiliate_id = anna  attributes.messaging_language = de-DE

# Nobody else has a say.
mall > set_domain_affiliate_id domain  domain=ek-bikes.com affiliate_id=mall
     < response_code = 415  support_message exists
mall > modify_messaging_language domain  domain=ek-bikes.com messaging_language=fr-FR
     < response_code = 415  support_message exists
shop > set_domain_affiliate_id domain
     < response_code = 460  response_text = "No Domain Supplied"
shop > modify_messaging_language domain  messaging_language=fr-FR
     < response_code = 460  response_text = "No Domain Supplied"
