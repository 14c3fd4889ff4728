version 1
scenario "Nobody knew, and in the end the registry says no: the money is free again at once"
id       ORDER-007
level    must
covers   sw_register get_order_info lookup process_pending
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678

foreach case           after  when            found
  |     a-second-off   PT35M  asked+PT34M59S  waiting
  |     at-its-second  PT35M  asked+PT35M     declined
  |     a-day          P1D    asked+P1D       declined
  |     ten-days       P10D   asked+P9DT23H   waiting

  fault unknown_status  domain=cole.de then=reject after=$after
  panel > sw_register domain  domain=cole.de owner=@carl
        < response_code = 436
        < attributes.id -> $order
  mark asked
  at $when
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $found
end

fault unknown_status  domain=cole.de times=1 then=reject
panel > sw_register domain  domain=cole.de owner=@carl
      < response_code = 436
      < attributes.id -> $order
state reseller panel  held = 22.00
advance PT35M
event STATUS_CHANGE within PT0S  order_status = waiting
event STATUS_CHANGE within PT0S  order_status = declined
state order $order    status = declined  held = no  debited = no
state reseller panel  balance = 1000.00  held = 0.00
panel > lookup domain  domain=cole.de
      < response_code = 210
# The same order once more has a new number, and this time the registry is clear.
panel > process_pending domain  order_id=$order
      < response_code = 200
      < attributes.order_id != $order
state reseller panel  balance = 978.00
