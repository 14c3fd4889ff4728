version 1
scenario "One click serves every name with the same owner, at every reseller, even a suspended one"
id       VERIFY-006
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q8 Q22

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  email=desk@shop.example
actor mall   reseller  email=desk@mall.example
actor anna   person    name="Anna Ek" email=anna@ek.example
actor bert   person    name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.reminder
ignore mail verification.warning

# Each reseller's own notices go out while the owner is unknown.
shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200
mall > sw_register domain  domain=two.net owner=@anna
     < response_code = 200
shop > sw_register domain  domain=three.org owner=@bert
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = one.com  from ~ desk@shop.example
mail anna within PT0S  type = verification.request  domain = two.net  from ~ desk@mall.example
mail bert within PT0S  type = verification.request  domain = three.org
advance P10D
shop > sw_register domain  domain=four.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = four.com
mall > sw_register domain  domain=six.org owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = six.org
at 2026-05-21T00:00:00Z
mail anna within PT0S  type = verification.suspended  domain = one.com
mail anna within PT0S  type = verification.suspended  domain = two.net
mail bert within PT0S  type = verification.suspended  domain = three.org
state one.com   status ~ clientHold
state four.com  verification.status = verifying

anna verify domain=four.com
state one.com    verification.status = verified   status != clientHold
state two.net    verification.status = verified   status != clientHold
state four.com   verification.status = verified
state six.org    verification.status = verified
state three.org  verification.status = suspended  status ~ clientHold
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = one.com   verification_status = verified  reseller = @shop
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = two.net   verification_status = verified  reseller = @mall
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = four.com  verification_status = verified  reseller = @shop
mail anna none for P30D

# From now on she is known at both.
mall > sw_register domain  domain=five.com owner=@anna
     < response_code = 200
state five.com  verification.status = verified
mail anna none
