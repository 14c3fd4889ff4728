version 1
scenario "WHOIS privacy: asked for with the name or later, kept by the name, and shown to the world"
id       MODIFY-010
level    must
covers   sw_register modify get
source   "modify domain", "get domain" and "sw_register" : whois_privacy_state, whois_publicity_state

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example country=SE

ignore mail verification.request
ignore mail verification.reminder

shop > sw_register domain  domain=ek-open.com owner=@anna
     < response_code = 200  attributes.whois_privacy_state absent
shop > sw_register domain  domain=ek-shy.com owner=@anna f_whois_privacy=1 f_lock_domain=1
     < response_text = "Domain registration successfully completed Domain successfully locked. Whois Privacy successfully enabled."
     < attributes.whois_privacy_state = enabled
shop > sw_register domain  domain=ek-shy.io owner=@anna f_whois_privacy=1
     < response_code = 200  attributes.whois_privacy_state = disabled

foreach case    domain       state     changeable  shown     country
  |     open    ek-open.com  disabled  1           redacted  SE
  |     shy     ek-shy.com   enabled   1           privacy   CA
  |     cannot  ek-shy.io    disabled  0           redacted  SE

  shop > get domain  domain=$domain type=whois_privacy_state
       < attributes.state = $state  attributes.changeable = $changeable
  shop > get domain  domain=$domain type=whois_publicity_state
       < attributes.state = disabled
  state whois $domain  registrant.shown = $shown  registrant.country = $country
end

foreach case     sent     code  state     shown
  |     enable   enable   200   enabled   privacy
  |     yes      Y        200   enabled   privacy
  |     disable  disable  200   disabled  redacted
  |     no       N        200   disabled  redacted
  |     maybe    maybe    465   disabled  redacted
  |     nothing  -        460   disabled  redacted

  shop > modify domain  domain=ek-open.com affect_domains=0 data=whois_privacy_state state=$sent
       < response_code = $code
  shop > get domain  domain=ek-open.com type=whois_privacy_state
       < attributes.state = $state
  state whois ek-open.com  registrant.shown = $shown
end

# The owner may also want to be seen; privacy has the last word.
shop > modify domain  domain=ek-open.com data=whois_publicity_state state=enable
     < response_code = 200  response_text = "Update successful"  attributes absent
state whois ek-open.com  registrant.shown = full  registrant.name = "Anna Ek"
shop > modify domain  domain=ek-open.com data=whois_privacy_state state=enable
     < response_code = 200
state whois ek-open.com  registrant.shown = privacy  registrant.name ~ "^Contact Privacy Inc. Customer"

shop > modify domain  domain=ek-shy.io data=whois_privacy_state state=enable
     < is_success = 0  response_code = 465  response_text = "Domain does not support whois_privacy_state"
mall > modify domain  domain=ek-shy.com data=whois_privacy_state state=disable
     < is_success = 0  response_code = 415
mall > get domain  domain=ek-shy.com type=whois_privacy_state
     < is_success = 0  response_code = 415
state whois ek-shy.com  registrant.shown = privacy
