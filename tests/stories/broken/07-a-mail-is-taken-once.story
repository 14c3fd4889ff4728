version 1
scenario "a mail is taken once"
id       BROKEN-07
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
mail anna within PT0S  type = verification.request
# fails 11:1|mail to anna@ek.example|none
