version 1
scenario "A name's settings: what happens at its expiry, its lock, its contacts, and whose they are to change"
id       MODIFY-001
level    must
covers   modify get sw_register
source   "modify domain"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify

foreach case     renew  let  code  renews  lets
  |     renew    1      0    200   yes     no
  |     let-go   0      1    200   no      yes
  |     neither  0      0    200   no      no
  |     both     1      1    465   no      no

  shop > modify domain  domain=ek-bikes.com data=expire_action auto_renew=$renew let_expire=$let
       < response_code = $code
  state ek-bikes.com  auto_renew = $renews  let_expire = $lets
end

shop > modify domain  domain=ek-bikes.com data=status lock_state=1
     < response_code = 200  response_text = "Update successful"  attributes absent
state ek-bikes.com  locked = yes  status ~ clientTransferProhibited
shop > get domain  domain=ek-bikes.com type=status
     < attributes.lock_state = 1
shop > modify domain  domain=ek-bikes.com data=status lock_state=0
     < response_code = 200
state ek-bikes.com  locked = no  status = ok

# A new owner is asked to verify, another contact that knows the owner is not.
shop > modify domain  domain=ek-bikes.com data=contact_info owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request
state ek-bikes.com  verification.status = verifying
bert verify
shop > modify domain  domain=ek-bikes.com data=contact_info tech=@anna
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=tech
     < attributes.contact_set.tech.email = anna@ek.example

foreach case       domain         data           code
  |     nobodys    ek-trikes.com  status         415
  |     unknown    ek-bikes.com   colour         465
  |     elsewhere  ek-bikes.com   uk_whois_opt   460
  |     half       ek-bikes.com   expire_action  460

  shop > modify domain  domain=$domain data=$data lock_state=1
       < is_success = 0  response_code = $code
  state ek-bikes.com  locked = no
end
mall > modify domain  domain=ek-bikes.com data=status lock_state=1
     < is_success = 0  response_code = 415
state ek-bikes.com  locked = no
mail anna none for P20D
mail bert none
