version 1
scenario "The customer drops the name while nobody knows whether it is registered; later it is"
id       ORDER-005
level    must
covers   sw_register process_pending cancel_pending_orders get_order_info belongs_to_rsp
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678
actor nic    registry

fault unknown_status  domain=cole.de then=never
panel > sw_register domain  domain=cole.de owner=@carl
      < response_code = 436
      < attributes.id -> $order

# The panel removes the name and refunds its customer. Here nothing of it can be undone: not this order, nor by
# clearing away what is pending.
advance PT2H
panel > process_pending domain  order_id=$order command=cancel
      < is_success = 0  response_code = 400
panel > cancel_pending_orders order  to_date=1893456000
      < attributes.total = 0
state order $order  status = waiting  held = yes

foreach case      says    ended      ours  balance
  |     accepted  accept  completed  1     978.00
  |     rejected  reject  declined   0     1000.00

  advance PT1H
  nic $says order=$order
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $ended
  panel > belongs_to_rsp domain  domain=cole.de
        < attributes.belongs_to_rsp = $ours
  state reseller panel  balance = $balance  held = 0.00
end
