version 1
scenario "a value the server refuses"
id       BROKEN-21
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
op policy verification.batch_zone=Mars
# fails 11:1|policy to be done|400 bad_policy
