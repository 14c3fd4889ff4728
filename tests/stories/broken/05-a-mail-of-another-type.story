version 1
scenario "a mail of another type"
id       BROKEN-05
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT1M  type = verification.reminder
# fails 10:1|mail to anna@ek.example with type = verification.reminder, until 2026-05-04T15:21:00Z|only verification.request
