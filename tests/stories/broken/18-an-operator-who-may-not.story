version 1
scenario "an operator who may not"
id       BROKEN-18
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
op decide domain=ek-bikes.com verdict=verified
# fails 11:1|decide to be done|409 not_allowed
