version 1
scenario "A registration is an order that debits its price"
id       REGISTER-001
level    must
covers   sw_register get_balance get_order_info lookup
source   "get_balance", "get_order_info" ; prices are the fixture's

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=1000.00
actor anna   person    name="Anna Ek" email=anna@ek.example

shop > get_balance
     < response_code = 200
     < attributes.balance = 1000.00
shop > lookup domain  domain=ek-bikes.com
     < response_code = 210
shop > sw_register domain  domain=ek-bikes.com period=2 owner=@anna
     < response_code = 200
     < attributes.id -> $order
mail anna within PT0S  type = verification.request
state order $order  domain = ek-bikes.com  status = completed  debited = yes  held = no
state order $order  price -> $price
shop > get_order_info domain  order_id=$order
     < response_code = 200
     < attributes.field_hash.status = completed
shop > get_balance
     < attributes.balance < 1000.00
     < attributes.balance -> $left
state reseller shop  balance = $left
state ek-bikes.com   expires = 2028-05-04T15:20:00Z  state = active
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 485
shop > get_balance
     < attributes.balance = $left
state order $order  price = $price
mail anna none for PT1H
