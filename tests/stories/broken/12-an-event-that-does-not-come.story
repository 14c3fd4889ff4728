version 1
scenario "an event that does not come"
id       BROKEN-12
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
event REGISTRANT_VERIFICATION_STATUS_CHANGE within P1D  verification_status = verified
# fails 11:1|verification_status = verified|only
