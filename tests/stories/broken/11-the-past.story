version 1
scenario "the past"
id       BROKEN-11
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
at start-PT1S
# fails 11:4|2026-05-04T15:19:59Z is past|it is 2026-05-04T15:20:00Z already
