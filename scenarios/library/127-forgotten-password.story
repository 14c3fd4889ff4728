version 1
scenario "Who forgot a password gets a link by mail: the owner, the admin contact, or for the helper"
id       USERS-127
level    must
covers   sw_register send_password add
source   "domains.opensrs.guide/docs/send_password-domain"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor adam   person  name="Adam Lind" email=adam@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@adam reg_username=anna reg_password=pedal4567
     < response_code = 200

shop > send_password  domain_name=ek-bikes.com send_to=owner sub_user=0
     < response_code = 200  response_text = "Message sent"  attributes absent
mail anna within PT0S  type = profile.password  text ~ anna  link password -> $link
mail adam none

shop > send_password  domain_name=ek-bikes.com send_to=admin sub_user=0
     < response_code = 200
mail adam within PT0S  type = profile.password  link password exists
# The default, as the vendor's page has it.
shop > send_password  domain_name=ek-bikes.com
     < response_code = 200
mail adam within PT0S  type = profile.password

shop > send_password  domain_name=ek-bikes.com send_to=owner sub_user=1
     < response_code = 480  is_success = 0
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=2
     < response_code = 200
shop > send_password  domain_name=ek-bikes.com send_to=owner sub_user=1
     < response_code = 200
mail anna within PT0S  type = profile.password  text ~ sue

shop > send_password  domain_name=ek-bikes.com send_to=tech
     < response_code = 465
mall > send_password  domain_name=ek-bikes.com send_to=owner
     < response_code = 480
shop > send_password  domain_name=nobody-has-this.com send_to=owner
     < response_code = 480
mail anna none
mail adam none
# Nothing but the link changes a password.
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < response_code = 200
