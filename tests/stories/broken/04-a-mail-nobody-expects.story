version 1
scenario "a mail nobody expects"
id       BROKEN-04
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
advance PT1S
# fails 10:1|nothing that the story does not expect|verification.request to anna@ek.example at 2026-05-04T15:20:00Z
