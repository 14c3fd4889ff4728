version 1
scenario "A transfer is called off by its name or its order, and asked for again; not once the registry knows of it"
id       TRANSFER-004
level    must
covers   sw_register cancel_transfer cancel_transfer_for_order process_transfer send_password get_transfers_in check_transfer
source   "process_transfer" ; recorded replies of cancel_transfer, process_transfer, send_password

world
  clock   2026-05-04T15:20:00Z
  domain  ek-bikes.com registrar=elsewhere
  domain  ek-cars.com registrar=elsewhere
  domain  ek-boats.com registrar=elsewhere

actor shop   reseller  balance=100.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor op     operator

ignore mail transfer.request

shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna
     < response_code = 200
     < attributes.id -> $first
shop > send_password transfer  domain_name=ek-bikes.com
     < response_code = 200
shop > process_transfer transfer  order_id=$first reseller=@shop
     < is_success = 0  response_code = 400
     < response_text = "Transfer cannot be resubmitted. Transfer status does not allow for resubmit."
shop > cancel_transfer transfer  domain=ek-bikes.com reseller=@shop
     < is_success = 1  response_code = 200
     < response_text = "Transfer with order id: 1 has been canceled."
     < attributes absent
state order $first   status = cancelled  held = no  debited = no
state reseller shop  balance = 100.00  held = 0.00
event STATUS_CHANGE within PT0S  transfer_status = cancelled
shop > send_password transfer  domain_name=ek-bikes.com
     < response_code = 465  response_text = "Can't find transfer request."

shop > process_transfer transfer  order_id=$first reseller=@shop
     < response_code = 200
     < response_text = "Transfer request has been successfully sent. Admin contact email: anna@ek.example"
     < attributes.order_id -> $second
shop > get_transfers_in domain  domain=ek-bikes.com
     < attributes.total = 2
     < attributes.transfers.0.order_id = $second  attributes.transfers.0.status = pending_owner
     < attributes.transfers.1.order_id = $first  attributes.transfers.1.status = cancelled
shop > cancel_transfer_for_order transfer  order_id=$second reseller=@shop
     < response_code = 200
shop > check_transfer domain  domain=ek-bikes.com check_status=1
     < attributes.transferrable = 1  attributes.status = cancelled

shop > sw_register domain  domain=ek-cars.com reg_type=transfer owner=@anna auth_info=s3cret!
     < response_code = 200
     < attributes.id -> $third
shop > cancel_transfer transfer  order_id=$third reseller=@shop
     < is_success = 0  response_code = 400
     < response_text = "Command Failed: Transfer State Prohibits Cancellation"
shop > cancel_transfer transfer  domain=nobody-asked.com reseller=@shop
     < response_code = 465
state reseller shop  balance = 100.00  held = 11.62

# While the registrar's own people look at it nobody outside knows of it either.
op policy transfer.staff=on
shop > sw_register domain  domain=ek-boats.com reg_type=transfer owner=@anna
     < response_code = 200
     < attributes.id -> $fourth
anna approve
shop > check_transfer domain  domain=ek-boats.com check_status=1
     < attributes.status = pending_admin
shop > cancel_transfer transfer  order_id=$fourth reseller=@shop
     < response_code = 200
shop > check_transfer domain  domain=ek-boats.com check_status=1
     < attributes.transferrable = 1  attributes.status = cancelled
state order $fourth  status = cancelled  held = no  debited = no
