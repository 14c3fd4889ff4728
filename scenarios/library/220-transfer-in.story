version 1
scenario "A name is ordered from another registrar: who is asked, and what everybody can read of it"
id       TRANSFER-002
level    must
covers   sw_register check_transfer get_transfers_in get_order_info get_notes poll
source   "check_transfer", "get_transfers_in" ; "Transfers since GDPR" : with the code no mail is sent

world
  clock   2026-05-04T15:20:00Z
  domain  ek-bikes.com registrar=elsewhere

actor shop   reseller  balance=100.00
actor anna   person    name="Anna Ek" email=anna@ek.example

foreach case     code     status            mail              asked                   sent
  |     without  ""       pending_owner     transfer.request  "04-MAY-2026 11:20:00"  ""
  |     with     s3cret!  pending_registry  -                 ""                      "04-MAY-2026 11:20:00"

  shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna auth_info=$code
       < is_success = 1  response_code = 200
       < response_text = "Transfer request initiated"
       < attributes.registration_code = 200  attributes.admin_email = anna@ek.example
       < attributes.id -> $order
       < attributes.transfer_id -> $transfer
  mail anna within PT0S  type = $mail  link approve exists  link reject exists
  shop > check_transfer domain  domain=ek-bikes.com check_status=1 get_request_address=1
       < attributes.transferrable = 0  attributes.reason = "Transfer in progress"
       < attributes.status = $status  attributes.request_address = anna@ek.example
       < attributes.unixtime = 1777908000  attributes.timestamp = "Mon May  4 11:20:00 2026"
  shop > get_transfers_in domain  domain=ek-bikes.com
       < response_code = 200  attributes.total = 1
       < attributes.transfers.0.status = $status
       < attributes.transfers.0.owner_request_date = $asked
       < attributes.transfers.0.registry_request_date = $sent
       < attributes.transfers.0.losing_registrar = elsewhere
  state order $order        status = processed  held = yes  debited = no
  state transfer $transfer  status = $status  order = $order  gaining_reseller != ""
  state reseller shop       balance = 100.00  held = 11.62
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.reg_type = transfer  attributes.field_hash.status = processed
  shop > get_notes domain  domain=ek-bikes.com type=transfer transfer_id=$transfer
       < attributes.total = 0
  event STATUS_CHANGE within PT0S  transfer_status = $status  transfer_id = $transfer
  state ek-bikes.com  registrar = elsewhere
end
