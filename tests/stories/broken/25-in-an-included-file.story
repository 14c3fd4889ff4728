version 1
scenario "in an included file"
id       BROKEN-25
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
include parts/free.part  who=shop name=ek-bikes.com
# fails parts/free.part:4:8|attributes.status = available|taken
