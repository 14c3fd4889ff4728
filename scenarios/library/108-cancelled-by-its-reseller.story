version 1
scenario "Who may cancel an order, and until when"
id       ORDER-019
level    must
covers   sw_register process_pending
source   "process_pending", command = cancel

world
  clock   2026-03-02T09:00:00Z
  policy  tld.cc.registry=async

actor shop   reseller  balance=1000.00
actor mall   reseller
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry

foreach case       domain   handle   says    good  code  after
  |     pending    cole.io  save     -       1     200   cancelled
  |     waiting    cole.cc  process  -       0     400   waiting
  |     declined   cole.cc  process  reject  1     200   cancelled
  |     completed  cole.io  process  -       0     400   completed

  shop > sw_register domain  domain=$domain handle=$handle owner=@carl
       < is_success = 1
       < attributes.id -> $order
  nic $says order=$order
  mall > process_pending domain  order_id=$order command=cancel
       < is_success = 0  response_code = 480
  shop > process_pending domain  order_id=$order command=forget
       < is_success = 0  response_code = 465
  shop > process_pending domain  order_id=$order command=cancel
       < is_success = $good  response_code = $code
  state order $order  status = $after
  # Twice is once too often.
  shop > process_pending domain  order_id=$order command=cancel
       < is_success = 0  response_code = 400
end
