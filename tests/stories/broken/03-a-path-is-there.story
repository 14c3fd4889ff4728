version 1
scenario "a path is there"
id       BROKEN-03
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_text absent
# fails 10:8|response_text absent|Domain registration
