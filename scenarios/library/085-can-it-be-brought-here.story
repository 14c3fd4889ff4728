version 1
scenario "Whether a name can be brought here: what is known without asking anybody"
id       TRANSFER-001
level    must
covers   check_transfer sw_register modify
source   "check_transfer"

world
  clock   2026-05-04T15:20:00Z
  domain  outside.com registrar=elsewhere

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify

shop > check_transfer domain  domain=outside.com check_status=1 get_request_address=1
     < response_code = 200
     < attributes.transferrable = 1  attributes.status = undef  attributes.reason absent
shop > check_transfer domain  domain=ek-bikes.com
     < is_success = 1  response_code = 200
     < attributes.transferrable = 0
     < attributes.reason_code = domain_already_belongs_to_current_reseller
mall > check_transfer domain  domain=ek-bikes.com
     < attributes.transferrable = 1
shop > modify domain  domain=ek-bikes.com data=status lock_state=1
     < response_code = 200
mall > check_transfer domain  domain=ek-bikes.com
     < attributes.transferrable = 0
     < attributes.reason = "Domain status clientTransferProhibited does not allow for transfer"
shop > check_transfer domain  domain=nobody-has-this.com
     < attributes.transferrable = 0  attributes.noservice = 0
shop > check_transfer domain  domain=name.notatld check_status=1
     < attributes.transferrable = 0  attributes.noservice = 1  attributes.status = unknown
shop > check_transfer domain  domain=-a.com
     < is_success = 0  response_code = 465
mail anna none
