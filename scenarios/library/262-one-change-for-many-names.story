version 1
scenario "A bulk change gives each name its turn and its result, and is reported at the end"
id       BULK-262
level    must
covers   submit submit_bulk_change
source   "domains.opensrs.guide/docs/submit-bulk_change; Debian libnet-opensrs-perl, Net/OpenSRS.pm (bulk_lock); inferred delays"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor ops    person  name="Operations" email=ops@shop.example

ignore mail verification.request

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=two.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=three.com owner=@anna
     < response_code = 200
mall > sw_register domain  domain=theirs.com owner=@anna
     < response_code = 200

shop > submit bulk_change  change_type=domain_lock op_type=lock change_items.0=one.com change_items.1=theirs.com change_items.2=two.com change_items.3=ONE.com change_items.4=nobodys.com contact_email=ops@shop.example
     < response_code = 200  ^bulk_change_req_id absent
     < bulk_change_req_id -> $id  attributes.bulk_change_req_id = $id
mark sent

foreach case    when         one  two
  |     before  sent+PT119S  no   no
  |     first   sent+PT120S  yes  no
  |     second  sent+PT121S  yes  no
  |     third   sent+PT122S  yes  yes

  at $when
  state one.com  locked = $one
  state two.com  locked = $two
end

mail ops none for PT122S
mail ops within PT1S  type = bulk.report  subject ~ "2 of 4 names"
       text ~ "one.com: 200 Update successful"  text ~ "two.com: 200"
       text ~ "theirs.com: 415 Authentication Error."  text ~ "nobodys.com: 415"
state three.com   locked = no
state theirs.com  locked = no

# Back again, by the older name of the command, for all that the reseller has.
shop > submit_bulk_change bulk_change  change_type=domain_lock op_type=unlock apply_to_all_reseller_items=1 contact_email=ops@shop.example
     < response_code = 200
mail ops within PT1H  type = bulk.report  subject ~ "3 of 3 names"
state one.com  locked = no
state two.com  locked = no
