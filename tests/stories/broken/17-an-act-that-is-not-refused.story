version 1
scenario "an act that is not refused"
id       BROKEN-17
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
anna verify
     < ^status = 409
# fails 12:8|^status = 409|200
