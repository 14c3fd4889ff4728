version 1
scenario "another state"
id       BROKEN-14
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
state ek-bikes.com  verification.status = verified
# fails 11:21|verification.status = verified|verifying
