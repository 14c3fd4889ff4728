version 1
scenario "An order that is linked to another one shares its profile"
id       ORDER-304
level    must
covers   sw_register process_pending set get_order_info
source   "sw_register" and its attributes link_domains, master_order_id, reg_domain

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < attributes.id -> $first
shop > sw_register domain  domain=ek-saved.com owner=@anna reg_username=anna reg_password=pedal4567 handle=save
     < attributes.id -> $saved

# A new world counts its orders from 1.
foreach case             link  master  password   code  names
  |     linked           1     1       pedal4567  200   2
  |     only-noted       0     1       pedal4567  200   1
  |     neither          0     ""      pedal4567  200   1
  |     other-password   1     1       other4567  415   1
  |     only-noted-too   0     1       other4567  200   1
  |     no-master        1     ""      pedal4567  460   1
  |     no-such-order    1     99      pedal4567  465   1
  |     not-even-noted   0     99      pedal4567  465   1
  |     master-is-saved  1     2       pedal4567  200   1
  |     and-other-login  1     2       other4567  415   1

  shop > sw_register domain  domain=ek-cars.com owner=@anna reg_username=anna reg_password=$password link_domains=$link master_order_id=$master
       < response_code = $code
  shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
       < attributes.domain_count = $names
end

# What is not yours is no master.
mall > sw_register domain  domain=ek-mall.com owner=@anna reg_username=anna reg_password=pedal4567 link_domains=1 master_order_id=$first
     < is_success = 0  response_code = 465
     < attributes.error ~ master_order_id

# Which one it was is on file; and it counts when the order is carried out.
shop > sw_register domain  domain=ek-cars.com owner=@anna reg_username=anna reg_password=pedal4567 link_domains=1 master_order_id=$saved handle=save
     < attributes.id -> $linked
shop > get_order_info  order_id=$linked
     < attributes.field_hash.master_order_id = $saved
shop > process_pending  order_id=$saved
     < response_code = 200
shop > process_pending  order_id=$linked
     < response_code = 200
shop > set cookie  domain=ek-saved.com reg_username=anna reg_password=pedal4567
     < attributes.domain_count = 2
