version 1
scenario "a registry that was not asked"
id       BROKEN-26
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
nic accept order=$id
# fails 13:1|accept to be done|409 not_allowed
