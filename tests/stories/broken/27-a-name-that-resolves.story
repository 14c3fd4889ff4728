version 1
scenario "a name that resolves"
id       BROKEN-27
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
state dns www.ek-bikes.com  rcode = NXDOMAIN
# fails 13:29|rcode = NXDOMAIN|NOERROR
