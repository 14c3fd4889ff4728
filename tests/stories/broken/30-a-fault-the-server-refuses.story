version 1
scenario "a fault the server refuses"
id       BROKEN-30
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
fault mail_bounce  user=nobody
# fails 13:7|POST /faults to be done|404 unknown_reseller
