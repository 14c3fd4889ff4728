version 1
scenario "Orders that nobody processes lie there for ever, or thirty days: a switch"
id       ORDER-020
level    must
covers   sw_register process_pending get_notes
source   the vendor's help on reseller orders: idle for more than 30 days; decisions on it are a policy

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor op     operator

# The batch that opens the day is at 05:00Z. Day 30 of what was saved on the second of March is the first of April.
foreach case           days   when                  status     code
  |     never          never  2027-03-02T09:00:00Z  pending    200
  |     a-second-off   30     2026-04-01T04:59:59Z  pending    200
  |     at-its-second  30     2026-04-01T05:00:00Z  cancelled  200
  |     sooner         10     2026-03-12T05:00:00Z  cancelled  200
  |     not-yet        31     2026-04-01T05:00:00Z  pending    200

  op policy orders.pending_days=$days
  shop > sw_register domain  domain=cole.io owner=@carl handle=save
       < attributes.id -> $order
  at $when
  state order $order  status = $status  held = no
  # Even so it can be had again, under a new number where it is gone.
  shop > process_pending domain  order_id=$order
       < response_code = $code
  state reseller shop  balance = 971.25
end

# An attempt that fails does not make an order younger.
op policy orders.pending_days=30
op adjust reseller=@shop balance=5.00
shop > sw_register domain  domain=cole.io owner=@carl
     < attributes.forced_pending -> $order
at start+P29D
shop > process_pending domain  order_id=$order
     < attributes.forced_pending = $order
at 2026-04-01T05:00:00Z
state order $order  status = cancelled
event STATUS_CHANGE within PT0S  order_status = pending
event STATUS_CHANGE within PT0S  order_status = cancelled  at = 2026-04-01T05:00:00Z
shop > get_notes domain  domain=cole.io type=order order_id=$order
     < attributes.notes.0.note ~ "nobody processed it"
