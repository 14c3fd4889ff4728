version 1
scenario "places out of order"
id       BROKEN-22
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
shop > raw update_contacts domain  domain=ek-bikes.com types.1=owner
# fails 11:56|a path|types.1
