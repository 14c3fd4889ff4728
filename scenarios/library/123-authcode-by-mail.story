version 1
scenario "The authorization code goes to the admin contact, by mail; names without one get none"
id       USERS-123
level    must
covers   sw_register send_authcode update_contacts modify get
source   "domains.opensrs.guide/docs/send_authcode"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor adam   person  name="Adam Lind" email=adam@ek.example
actor nina   person  name="Nina Berg" email=nina@berg.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@adam
     < response_code = 200
shop > send_authcode  domain_name=ek-bikes.com
     < response_code = 200  response_text = "Message sent"  attributes absent
mail adam within PT0S  type = domain.authcode  text ~ ek-bikes.com  from != ""
mail anna none         type = domain.authcode

# Each time to whoever is the admin contact then.
shop > update_contacts  domain=ek-bikes.com admin=@nina
     < response_code = 200
shop > send_authcode  domain_name=ek-bikes.com
     < response_code = 200
mail nina within PT0S  type = domain.authcode

# A code of one's own, from the next mail on.
shop > modify  domain=ek-bikes.com data=domain_auth_info domain_auth_info=My-0wn-Code
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=domain_auth_info
     < attributes.domain_auth_info = My-0wn-Code
shop > send_authcode  domain_name=ek-bikes.com
     < response_code = 200
mail nina within PT0S  type = domain.authcode  text ~ My-0wn-Code
shop > modify  domain=ek-bikes.com data=domain_auth_info domain_auth_info=short
     < response_code = 465
mall > modify  domain=ek-bikes.com data=domain_auth_info domain_auth_info=Stolen-Code
     < response_code = 415

mall > send_authcode  domain_name=ek-bikes.com
     < response_code = 480  is_success = 0
shop > send_authcode  domain_name=nobody-has-this.com
     < response_code = 480
shop > raw send_authcode domain
     < response_code = 460
shop > sw_register domain  domain=ek-bikes.co.uk owner=@anna admin=@adam
     < response_code = 200
shop > send_authcode  domain_name=ek-bikes.co.uk
     < response_code = 465  is_success = 0
mail adam none
