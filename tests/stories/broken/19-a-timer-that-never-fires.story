version 1
scenario "a timer that never fires"
id       BROKEN-19
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
run until verification.suspension ek-bikes.com max P1D
# fails 11:11|the timer verification.suspension to fire|it did not until 2026-05-05T15:20:00Z
