version 1
scenario "an xpath that is not true"
id       BROKEN-24
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
shop > lookup domain  domain=ek-bikes.com
     < xpath "count(//item[@key='response_code']) = 2"
# fails 14:14|xpath count(//item[@key='response_code']) = 2|false
