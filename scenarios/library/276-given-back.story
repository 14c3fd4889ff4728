version 1
scenario "A name is given back in its first days: the money but for a fee, the name for whoever comes"
id       REVOKE-001
level    must
covers   revoke sw_register lookup get get_balance belongs_to_rsp get_deleted_domains get_notes renew
source   "revoke" ; the vendor's help on deleting names; recorded reply provisioning/revoke_domain

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor op     operator
actor anna   person    name="Anna Ek" email=anna@ek.example
actor bert   person    name="Bert Ek" email=bert@ek.example

ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=save
     < response_code = 200
     < attributes.order_id -> $draft
mall > revoke domain  domain=ek-bikes.com
     < is_success = 0  response_code = 480
shop > revoke domain  domain=nobody-has-this.com
     < is_success = 0  response_code = 480
shop > get_balance
     < attributes.balance = 88.38

# Four days, to the second, and never more than the registry gives.
foreach case          at              days  code  left
  |     at-once       start+PT0S      4     200   99.00
  |     last-second   start+P4D-PT1S  4     200   99.00
  |     too-late      start+P4D       4     400   88.38
  |     five-days     start+P5D-PT1S  5     200   99.00
  |     too-late-too  start+P5D       5     400   88.38
  |     registrys     start+P5D       9     400   88.38

  op policy revoke.days=$days
  at $at
  shop > revoke domain  domain=ek-bikes.com
       < response_code = $code
  shop > get_balance
       < attributes.balance = $left
end

# What is kept.
foreach case       fee    charge  price  refund  left
  |     a-dollar   1.0    1       1.0    10.62   99.00
  |     nothing    0.00   0       undef  11.62   100.00
  |     the-price  11.62  1       11.62  0.00    88.38
  |     no-more    50.00  1       11.62  0.00    88.38

  op policy revoke.fee=$fee
  shop > revoke domain  domain=ek-bikes.com reseller=shop
       < is_success = 1  response_code = 200
       < response_text = "Domain ek-bikes.com revoked successfully"
       < attributes.charge = $charge  attributes.price = $price  attributes.total_refund = $refund
       < attributes.deletion_id exists
  shop > get_balance
       < attributes.balance = $left
end

# So many of a month's registrations may be had back.
foreach case     percent  left
  |     all      100      99.00
  |     a-tenth  10       88.38

  op policy revoke.refunds=$percent
  shop > revoke domain  domain=ek-bikes.com
       < response_code = 200
  shop > get_balance
       < attributes.balance = $left
end

# It is gone wherever one looks.
advance PT1M
shop > revoke domain  domain=ek-bikes.com notes="not what they wanted"
     < response_code = 200
event DELETED within PT0S  domain_name = ek-bikes.com  reason = by-request  deletion_date = 2026-05-04T15:21:00Z
state order $draft      status = cancelled
state ek-bikes.com      error.code = unknown_domain
state dns ek-bikes.com  rcode = NXDOMAIN
shop > lookup domain  domain=ek-bikes.com
     < response_code = 210
shop > get domain  domain=ek-bikes.com type=all_info
     < response_code = 415
shop > belongs_to_rsp domain  domain=ek-bikes.com
     < attributes.belongs_to_rsp = 0
shop > get_deleted_domains domain
     < attributes.total = 1  attributes.del_domains.0.name = ek-bikes.com
     < attributes.del_domains.0.reason = By-Request
mall > get_deleted_domains domain
     < attributes.total = 0
shop > get_notes domain  domain=ek-bikes.com type=domain
     < attributes.notes.0.note = "not what they wanted"
shop > revoke domain  domain=ek-bikes.com
     < is_success = 0  response_code = 480
mail anna none for P20D

# And whoever takes it begins anew.
mall > sw_register domain  domain=ek-bikes.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request
mall > revoke domain  domain=ek-bikes.com
     < response_code = 200
