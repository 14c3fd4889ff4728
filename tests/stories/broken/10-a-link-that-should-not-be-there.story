version 1
scenario "a link that should not be there"
id       BROKEN-10
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request  link verify absent
# fails 10:1|link verify absent|only verification.request
