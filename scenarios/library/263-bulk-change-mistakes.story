version 1
scenario "A bulk change that makes no sense is refused at once, and nothing comes of it"
id       BULK-263
level    must
covers   submit
source   "domains.opensrs.guide/docs/submit-bulk_change; github.com/OpenSRS/osrs-toolkit-php, bulkchange"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200

foreach case            type                op      name     all  email             code
  |     good            domain_lock         lock    one.com  0    ops@shop.example  200
  |     no-type         ""                  lock    one.com  0    ops@shop.example  460
  |     other-type      domain_paint        lock    one.com  0    ops@shop.example  465
  |     no-operation    domain_lock         ""      one.com  0    ops@shop.example  460
  |     bad-operation   domain_lock         close   one.com  0    ops@shop.example  465
  |     of-another      whois_privacy       lock    one.com  0    ops@shop.example  465
  |     no-names        domain_lock         lock    ""       0    ops@shop.example  460
  |     both            domain_lock         lock    one.com  1    ops@shop.example  465
  |     all             domain_lock         lock    ""       1    ops@shop.example  200
  |     bad-address     domain_lock         lock    one.com  0    nobody            465
  |     no-contacts     domain_contacts     ""      one.com  0    ops@shop.example  460
  |     no-period       domain_renew        ""      one.com  0    ops@shop.example  460
  |     no-nameservers  domain_nameservers  assign  one.com  0    ops@shop.example  460
  |     no-action       dns_zone            ""      one.com  0    ops@shop.example  460
  |     no-record       dns_zone_record     ""      one.com  0    ops@shop.example  460

  shop > submit bulk_change  change_type=$type op_type=$op change_items.0=$name apply_to_all_reseller_items=$all contact_email=$email
       < response_code = $code
end

advance PT1H
state one.com  locked = no
