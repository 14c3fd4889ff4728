version 1
scenario "a reply says something else"
id       BROKEN-01
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 201
# fails 10:8|response_code = 201|200
