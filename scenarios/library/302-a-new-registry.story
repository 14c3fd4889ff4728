version 1
scenario "A new registry opens in phases: sunrise, landrush, general availability"
id       LAUNCH-001
level    must
covers   sw_register process_pending lookup get_orders_by_domain
source   "sw_register" and its reg_types; "Reseller orders" : orders before general availability stay pending

world
  clock   2026-05-04T15:20:00Z
  policy  tld.shop.launch=sunrise

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

foreach case                phase     type      code
  |     sunrise-in-time     sunrise   sunrise   200
  |     landrush-too-early  sunrise   landrush  465
  |     too-early           sunrise   new       405
  |     sunrise-over        landrush  sunrise   465
  |     landrush-in-time    landrush  landrush  200
  |     too-early-still     landrush  new       405
  |     sunrise-long-over   general   sunrise   465
  |     landrush-over       general   landrush  465
  |     for-all             general   new       200

  op policy tld.shop.launch=$phase
  shop > sw_register domain  domain=ek.shop reg_type=$type trademark_smd=PD94bWwg owner=@anna
       < response_code = $code
end

# A mark has to be shown.
shop > sw_register domain  domain=ek.shop reg_type=sunrise owner=@anna
     < is_success = 0  response_code = 460  response_text ~ trademark_smd
shop > sw_register domain  domain=ek.shop reg_type=sunrise trademark_smd=PD94bWwg Intended_use="a shop" owner=@anna
     < response_code = 200
event STATUS_CHANGE within PT0S  order_reg_type = sunrise  order_status = completed
shop > lookup domain  domain=ek.shop
     < response_code = 211
shop > get_orders_by_domain  domain=ek.shop type=sunrise
     < attributes.total = 1

# Who was too early is kept, and can try again.
mall > sw_register domain  domain=ek-bikes.shop owner=@anna handle=save
     < response_code = 200  attributes.id -> $saved
mall > process_pending  order_id=$saved
     < is_success = 0  response_code = 405
     < attributes.forced_pending = $saved
state order $saved  status = pending  held = no  debited = no
op policy tld.shop.launch=landrush
shop > sw_register domain  domain=ek-cars.shop reg_type=landrush owner=@anna
     < response_code = 200

# The phase ends; other names are there for all.
op policy tld.shop.launch=general
mall > process_pending  order_id=$saved
     < response_code = 200
state order $saved  status = completed  debited = yes
shop > sw_register domain  domain=ek-bikes.shop owner=@anna
     < is_success = 0  response_code = 485
