version 1
scenario "a mail a second too late"
id       BROKEN-06
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
mail anna within P4DT13H39M59S  type = verification.reminder
# fails 11:1|until 2026-05-09T04:59:59Z|none
