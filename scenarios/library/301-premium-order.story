version 1
scenario "A premium name is sold at its price, and at no other"
id       PREMIUM-002
level    must
covers   sw_register renew get_price get_order_info get_balance
source   "sw_register" and its attribute premium_price_to_verify

world
  clock   2026-05-04T15:20:00Z
  policy  premium.gold-bikes.com=1500.00

actor shop   reseller  balance=2000.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

foreach case            name              type     price    code  balance
  |     as-premium      gold-bikes.com    premium  1500.00  200   500.00
  |     as-new          gold-bikes.com    new      1500.00  200   500.00
  |     nothing-said    gold-bikes.com    new      ""       200   500.00
  |     too-little      gold-bikes.com    premium  1499.99  465   2000.00
  |     too-much        gold-bikes.com    premium  1500.01  465   2000.00
  |     no-price        gold-bikes.com    premium  cheap    465   2000.00
  |     everyday        silver-bikes.com  new      11.62    200   1988.38
  |     not-everyday    silver-bikes.com  new      1500.00  465   2000.00
  |     no-premium-one  silver-bikes.com  premium  11.62    465   2000.00

  shop > sw_register domain  domain=$name reg_type=$type premium_price_to_verify=$price owner=@anna
       < response_code = $code
  shop > get_balance
       < attributes.balance = $balance
end

# Where it must be said.
foreach case      policy    code
  |     silent    optional  200
  |     not-here  required  460

  op policy price.verify_premium=$policy
  shop > sw_register domain  domain=gold-bikes.com reg_type=premium owner=@anna
       < response_code = $code
end

# Several years cost what get_price says.
shop > get_price domain  domain=gold-bikes.com period=2
     < attributes.price -> $two
shop > sw_register domain  domain=gold-bikes.com period=2 reg_type=premium premium_price_to_verify=$two owner=@anna
     < response_code = 200
     < attributes.id -> $order
shop > get_order_info  order_id=$order
     < attributes.field_hash.reg_type = premium
     < attributes.field_hash.cost = $two
shop > renew domain  domain=gold-bikes.com currentexpirationyear=2028 period=1 premium_price_to_verify=1500.00
     < is_success = 0  response_code = 465
shop > renew domain  domain=gold-bikes.com currentexpirationyear=2028 period=1 premium_price_to_verify=11.62
     < response_code = 200

# More than there is.
op policy premium.platinum-bikes.com=9000.00
shop > sw_register domain  domain=platinum-bikes.com reg_type=premium premium_price_to_verify=9000.00 owner=@anna
     < is_success = 1  response_code = 200
     < attributes.forced_pending exists
