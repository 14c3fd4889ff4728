version 1
scenario "A renewal that nobody can pay is refused and stays pending, in either mode"
id       RENEW-003
level    must
covers   renew sw_register
source   "response codes" : 440; the vendor's help on draft orders

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=1000.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor op     operator

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify

foreach case    mode
  |     pend    pend
  |     refuse  440

  op policy funds_mode=$mode
  op adjust reseller=@shop balance=5.00
  shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process
       < is_success = 0  response_code = 440
       < attributes.forced_pending -> $order
  state order $order  type = renewal  status = pending  held = no  debited = no
  state ek-bikes.com  expires ~ ^2027
  op adjust reseller=@shop balance=50.00
  shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process
       < response_code = 200
       < attributes.cancelled_orders exists
  state order $order  status = cancelled
  state ek-bikes.com  expires ~ ^2028
end
mail anna none
