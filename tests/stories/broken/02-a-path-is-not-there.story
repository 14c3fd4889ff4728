version 1
scenario "a path is not there"
id       BROKEN-02
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.nothing exists
# fails 10:8|attributes.nothing exists|absent
