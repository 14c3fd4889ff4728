version 1
scenario "Short of funds an order is kept pending; what the reply says is a switch"
id       ORDER-015
level    must
covers   sw_register process_pending get_order_info
source   osrs-toolkit-php, SWRegister.php: forced_pending; "response codes" 440

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller
actor carl   person  name="Carl Cole" email=carl@cole.example
actor op     operator

foreach case         mode  balance  good  code  text                                          status     left
  |     pend-short   pend  28.74    1     200   "Registration successful"                     pending    28.74
  |     pend-enough  pend  28.75    1     200   "Domain registration successfully completed"  completed  0.00
  |     440-short    440   28.74    0     440   "Registration Failed: over quota"             pending    28.74
  |     440-enough   440   28.75    1     200   "Domain registration successfully completed"  completed  0.00
  |     440-nothing  440   0.00     0     440   "Registration Failed: over quota"             pending    0.00

  op policy funds_mode=$mode
  op adjust reseller=@shop balance=$balance
  shop > sw_register domain  domain=cole.io owner=@carl
       < is_success = $good  response_code = $code
       < response_text = $text
       < attributes.id -> $order
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = $status
  state reseller shop  balance = $left  held = 0.00
end

# It says so with one attribute more, and waits for better times.
op adjust reseller=@shop balance=10.00
foreach case  mode  good
  |     pend  pend  1
  |     440   440   0

  op policy funds_mode=$mode
  shop > sw_register domain  domain=cole.io owner=@carl
       < is_success = $good
       < attributes.forced_pending -> $order
  shop > process_pending domain  order_id=$order
       < is_success = $good
       < attributes.forced_pending = $order
  op adjust reseller=@shop balance=30.00
  shop > process_pending domain  order_id=$order
       < is_success = 1  response_code = 200
       < attributes.forced_pending absent
       < attributes.order_id = $order
  state order $order   status = completed  debited = yes
  state reseller shop  balance = 1.25
end
