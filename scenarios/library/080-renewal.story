version 1
scenario "A renewal adds a year, and the same request again adds no second one"
id       RENEW-001
level    must
covers   renew sw_register get_balance
source   "renew domain" ; the codes 541 and 555 as public clients know them

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor anna   person    name="Anna Ek" email=anna@ek.example

shop > sw_register domain  domain=ek-bikes.com owner=@anna auto_renew=1
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
shop > get_balance
     < attributes.balance -> $before

foreach case           year  period  code
  |     the-year       2027  1       200
  |     three-years    2027  3       200
  |     a-year-behind  2026  1       541
  |     a-year-ahead   2028  1       541
  |     too-long       2027  10      465

  shop > renew domain  domain=ek-bikes.com currentexpirationyear=$year period=$period handle=process
       < response_code = $code
end

advance P300D
shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process auto_renew=0
     < response_code = 200
     < attributes.auto_renew = 0
     < attributes.order_id -> $order
state order $order  type = renewal  status = completed  debited = yes  held = no
state ek-bikes.com  expires = 2028-05-04T15:20:00Z  auto_renew = no
event RENEWED within PT0S  domain_name = ek-bikes.com  period = 1
shop > get_balance
     < attributes.balance < $before
     < attributes.balance -> $after

shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process
     < is_success = 0  response_code = 555
mall > renew domain  domain=ek-bikes.com currentexpirationyear=2028 period=1 handle=process
     < is_success = 0  response_code = 480
shop > get_balance
     < attributes.balance = $after
state ek-bikes.com  expires = 2028-05-04T15:20:00Z
mail anna none
