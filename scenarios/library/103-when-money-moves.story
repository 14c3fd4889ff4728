version 1
scenario "When money moves: at once, held and paid, held and given back, or never"
id       ORDER-014
level    must
covers   sw_register get_balance process_pending renew
source   "account balance" and "get_balance", whose balance contains what is held

world
  clock   2026-03-02T09:00:00Z
  policy  tld.cc.registry=async

actor shop   reseller  balance=100.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry

# At submission: after it, what is there and what of it is held. Then what is left in the end.
foreach case      domain   handle   says     balance  held   left
  |     at-once   cole.io  process  -        71.25    0.00   71.25
  |     saved     cole.io  save     -        100.00   0.00   100.00
  |     accepted  cole.cc  process  accept   100.00   28.25  71.75
  |     refused   cole.cc  process  reject   100.00   28.25  100.00
  |     silent    cole.cc  process  unknown  100.00   28.25  100.00

  shop > sw_register domain  domain=$domain handle=$handle owner=@carl
       < is_success = 1
       < attributes.id -> $order
  shop > get_balance
       < attributes.balance = $balance  attributes.hold_balance = $held
  nic $says order=$order
  shop > get_balance
       < attributes.balance = $left
end

# What is held cannot be spent again: 28.25 of 100.00 three times, and then the fourth is short.
shop > sw_register domain  domain=one.cc owner=@carl
     < response_code = 250
     < attributes.id -> $one
shop > sw_register domain  domain=two.cc owner=@carl
     < response_code = 250
shop > sw_register domain  domain=three.cc owner=@carl
     < response_code = 250
shop > sw_register domain  domain=four.cc owner=@carl
     < response_code = 200
     < attributes.forced_pending -> $four
state order $four  status = pending  held = no
nic reject order=$one
shop > process_pending domain  order_id=$four
     < response_code = 250
shop > get_balance
     < attributes.balance = 100.00  attributes.hold_balance = 84.75

# A renewal is paid at once, or not at all.
advance PT5M
shop > get_balance
     < attributes.balance = 15.25  attributes.hold_balance = 0.00
shop > renew domain  domain=two.cc currentexpirationyear=2027 period=1 handle=process
     < is_success = 0  response_code = 440
shop > get_balance
     < attributes.balance = 15.25  attributes.hold_balance = 0.00
