version 1
scenario "A new order for a name cancels older ones of the same reseller that are pending"
id       ORDER-021
level    must
covers   sw_register process_pending
source   "sw_register" and its attribute cancelled_orders

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor mall   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example

shop > sw_register domain  domain=cole.io owner=@carl handle=save
     < attributes.cancelled_orders absent
     < attributes.id -> $first
shop > sw_register domain  domain=other.io owner=@carl handle=save
     < attributes.id -> $other
mall > sw_register domain  domain=cole.io owner=@carl handle=save
     < attributes.cancelled_orders absent
     < attributes.id -> $theirs
advance P1D
shop > sw_register domain  domain=cole.io owner=@carl handle=save
     < attributes.cancelled_orders.0 = $first
     < attributes.cancelled_orders.1 absent
     < attributes.id -> $second
state order $first   status = cancelled
state order $other   status = pending
state order $theirs  status = pending

foreach case        how
  |     registered  process
  |     saved       save

  shop > sw_register domain  domain=cole.io owner=@carl handle=$how
       < attributes.cancelled_orders.0 = $second
       < attributes.cancelled_orders.1 absent
  state order $second  status = cancelled
  event STATUS_CHANGE within PT0S  order_id = $first   order_status = cancelled
  event STATUS_CHANGE within PT0S  order_id = $second  order_status = cancelled
end

# One that is ordered anew does the same.
shop > process_pending domain  order_id=$first
     < response_code = 200
     < attributes.cancelled_orders.0 = $second
state order $second  status = cancelled
state order $theirs  status = pending
