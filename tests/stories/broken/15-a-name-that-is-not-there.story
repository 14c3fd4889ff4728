version 1
scenario "a name that is not there"
id       BROKEN-15
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
state other.com  state = active
# fails 11:7|the domain other.com|404 unknown_domain
