version 1
scenario "a mail comes while none should"
id       BROKEN-09
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
mail anna none for P4DT13H40M
# fails 11:1|no mail to anna@ek.example|verification.reminder to anna@ek.example at 2026-05-09T05:00:00Z
