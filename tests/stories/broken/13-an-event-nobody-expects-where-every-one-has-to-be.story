version 1
scenario "an event nobody expects, where every one has to be"
id       BROKEN-13
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
strict events
# fails 10:1|nothing that the story does not expect|REGISTERED of ek-bikes.com
