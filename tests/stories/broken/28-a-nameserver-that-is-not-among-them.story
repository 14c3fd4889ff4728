version 1
scenario "a nameserver that is not among them"
id       BROKEN-28
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
state dns ek-bikes.com  ns = ns1.systemdns.com  ns != ns2.systemdns.com
# fails 13:49|ns != ns2.systemdns.com|ns1.systemdns.com ns2.systemdns.com
