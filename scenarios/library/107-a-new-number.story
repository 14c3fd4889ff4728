version 1
scenario "What was declined or cancelled is ordered again under a new number; what waits or is done is not"
id       ORDER-018
level    must
covers   sw_register process_pending get_orders_by_domain
source   "process_pending", where cancelled or declined orders get a new id

world
  clock   2026-03-02T09:00:00Z
  policy  tld.cc.registry=async

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry

# An order in each state; order 1 in the row, order 2 where there is a new one.
foreach case       domain   handle   says    cancels  before     good  code  after      orders
  |     pending    cole.io  save     -       -        pending    1     200   completed  1
  |     cancelled  cole.io  save     -       cancel   cancelled  1     200   cancelled  2
  |     declined   cole.cc  process  reject  -        declined   1     250   cancelled  2
  |     waiting    cole.cc  process  -       -        waiting    0     400   waiting    1
  |     completed  cole.io  process  -       -        completed  0     400   completed  1

  shop > sw_register domain  domain=$domain handle=$handle owner=@carl
       < is_success = 1
       < attributes.id -> $order
  nic $says order=$order
  shop > process_pending domain  order_id=$order command=$cancels
       < response_code = 200
  state order $order  status = $before
  shop > process_pending domain  order_id=$order
       < is_success = $good  response_code = $code
  state order $order  status = $after
  shop > get_orders_by_domain domain  domain=$domain
       < attributes.total = $orders
end

# The new one has its own day, and its own money.
shop > sw_register domain  domain=cole.cc owner=@carl
     < attributes.id -> $old
nic reject order=$old
advance P3D
shop > process_pending domain  order_id=$old
     < response_code = 250
     < attributes.order_id -> $new
     < attributes.order_id != $old
state order $old  status = cancelled  held = no   submitted = 2026-03-02T09:00:00Z
state order $new  status = waiting    held = yes  submitted = 2026-03-05T09:00:00Z
event STATUS_CHANGE within PT0S  order_id = $old  order_status = waiting
event STATUS_CHANGE within PT0S  order_id = $old  order_status = declined
event STATUS_CHANGE within PT0S  order_id = $old  order_status = cancelled
event STATUS_CHANGE within PT0S  order_id = $new  order_status = waiting
nic accept order=$new
state order $new  status = completed  debited = yes
state order $old  debited = no
