version 1
scenario "there is a mail where there should be none"
id       BROKEN-08
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna none
# fails 10:1|no mail to anna@ek.example|verification.request
