version 1
scenario "What is under way is called off, by its order or by its name, while nobody outside knows of it"
id       CANCEL-373
level    must
covers   cancel_active_process sw_register get_transfers_in get_order_info
source   "cancel_active_process" : domain or order_id

world
  clock   2026-05-04T15:20:00Z
  domain  away.com registrar=elsewhere created=2025-01-01T00:00:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example country=SG

ignore mail consent.async
ignore mail transfer.request

shop > cancel_active_process domain
     < response_code = 460
shop > cancel_active_process domain  domain=away.com
     < is_success = 0  response_code = 400
shop > cancel_active_process domain  order_id=99
     < response_code = 480

shop > sw_register domain  domain=away.com reg_type=transfer owner=@anna
     < response_code = 200
     < attributes.id -> $moving
mall > cancel_active_process domain  domain=away.com
     < response_code = 400
mall > cancel_active_process domain  order_id=$moving
     < response_code = 480
shop > cancel_active_process domain  domain=away.com
     < response_code = 200
shop > get_transfers_in domain  domain=away.com
     < attributes.transfers.0.status = cancelled
shop > get_order_info domain  order_id=$moving
     < attributes.field_hash.status = cancelled
shop > cancel_active_process domain  order_id=$moving
     < response_code = 400  response_text = "Command Failed: no active process that can be cancelled"
