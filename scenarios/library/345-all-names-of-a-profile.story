version 1
scenario "All names of a profile at once: by cookie only, and not those that are locked"
id       ALL-345
level    should
covers   modify set
source   "domains.opensrs.guide/docs/modify-domain; recorded reply provisioning/modify_all_domains"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

shop > sw_register domain  domain=b-bikes.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=a-bikes.com
     < response_code = 200
shop > sw_register domain  domain=other-bikes.com owner=@anna reg_username=boss reg_password=chain4567
     < response_code = 200
shop > modify domain  domain=a-bikes.com data=expire_action auto_renew=1 let_expire=0 affect_domains=1
     < response_code = 465  response_text = "apply_to_all flag not permitted"
shop > set cookie  domain=a-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $cookie
shop > modify domain  ^cookie=$cookie data=expire_action auto_renew=1 let_expire=0 affect_domains=1
     < response_code = 200  response_text = "Update successful"
state a-bikes.com      auto_renew = yes
state b-bikes.com      auto_renew = yes
state other-bikes.com  auto_renew = no

# Locking takes all of them; what is locked is passed over by what comes then.
shop > modify domain  domain=b-bikes.com data=status lock_state=1
     < response_code = 200
shop > modify domain  ^cookie=$cookie data=expire_action auto_renew=0 let_expire=1 affect_domains=1
     < response_code = 200
state a-bikes.com  auto_renew = no
state b-bikes.com  auto_renew = yes
shop > modify domain  ^cookie=$cookie data=status lock_state=0 affect_domains=1
     < response_code = 200
state b-bikes.com  locked = no
