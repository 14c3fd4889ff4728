version 1
scenario "A minute before the time allowed the panel begins to wait anew, and it comes out well"
id       ORDER-004
level    must
covers   sw_register get_order_info
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678

fault unknown_status  domain=cole.de then=accept after=P3DT30M
panel > sw_register domain  domain=cole.de owner=@carl
      < response_code = 436
      < attributes.id -> $order
mark asked

# A reset is the panel's own affair: its next question comes an hour later than its last one would have.
foreach case          last                found
  |     as-allowed    asked+P3D           waiting
  |     a-second-off  asked+P3DT30M-PT1S  waiting
  |     after-reset   asked+P3DT30M       completed
  |     hour-later    asked+P3DT59M       completed

  at asked+P3D-PT1M
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = waiting
  at $last
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $found
  state order $order  status = $found
end
