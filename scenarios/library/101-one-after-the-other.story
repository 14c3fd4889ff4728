version 1
scenario "While an order waits for a name nobody else gets it, not even its own reseller"
id       ORDER-012
level    must
covers   sw_register lookup process_pending
source   "response codes" 221, 485 and 486

world
  clock   2026-03-02T09:00:00Z
  policy  tld.io.registry=async

actor shop   reseller  balance=1000.00
actor mall   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry
actor op     operator

shop > sw_register domain  domain=cole.io owner=@carl handle=save
     < response_code = 200
     < attributes.id -> $saved
mall > sw_register domain  domain=cole.io owner=@carl
     < response_code = 250
     < attributes.id -> $order

# Come back in a moment, it says; and keeps nothing of what was asked.
mall > sw_register domain  domain=cole.io owner=@carl
     < is_success = 0  response_code = 486
     < attributes absent
shop > process_pending domain  order_id=$saved
     < is_success = 0  response_code = 486
shop > lookup domain  domain=cole.io
     < response_code = 221
state order $saved   status = pending
state reseller shop  held = 0.00  balance = 1000.00

foreach case  says    again  balance  ended
  |     lost  accept  485    1000.00  pending
  |     won   reject  250    1000.00  waiting

  nic $says order=$order
  shop > process_pending domain  order_id=$saved
       < response_code = $again
  state order $saved   status = $ended
  state reseller shop  balance = $balance
end
