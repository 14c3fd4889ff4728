version 1
scenario "one row of three"
id       BROKEN-20
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
mail anna within PT0S  type = verification.request
foreach case status
  | good    verifying
  | bad     verified
  | better  verifying
  state ek-bikes.com  verification.status = $status
end
# fails 15:23|verification.status = verified|verifying
