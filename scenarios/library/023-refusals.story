version 1
scenario "What the verification commands and a registration refuse, with their codes"
id       VERIFY-023
level    must
covers   sw_register get_registrant_verification_status send_registrant_verification_email update_contacts lookup
source   "OpenSRS API Integration for XML", page 45, and the vendor's page of response codes

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case    action                              who
  |     status  get_registrant_verification_status  shop
  |     resend  send_registrant_verification_email  shop

  # A name that nobody has registered, somebody else's, none at all.
  shop > $action domain  domain=nobody-has-this.com
       < is_success = 0  response_code = 480
  mall > $action domain  domain=ek-bikes.com
       < is_success = 0  response_code = 480
  shop > raw $action DOMAIN
       < is_success = 0  response_code = 460
  state reseller $who  name exists
end

mall > update_contacts domain  domain=ek-bikes.com admin=@anna
     < is_success = 0
shop > lookup domain  domain=ek-bikes.com
     < response_code = 211
mall > sw_register domain  domain=ek-bikes.com owner=@anna
     < is_success = 0  response_code = 485
shop > sw_register domain  domain=ek-bikes.notatld owner=@anna
     < is_success = 0
shop > sw_register domain  domain=ek-bikes.net owner=@anna owner.email=not-an-address
     < is_success = 0
shop > lookup domain  domain=ek-bikes.net
     < response_code = 210
shop > raw no_such_action DOMAIN  domain=ek-bikes.com
     < is_success = 0  response_code = 430
anna verify domain=ek-bikes.net
     < ^status = 404
     < error.code = no_fitting_mail
mail anna none
