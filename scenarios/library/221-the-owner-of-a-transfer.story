version 1
scenario "The owner of a name that is to move approves, refuses, or says nothing; the registrar's people look at it"
id       TRANSFER-003
level    must
covers   sw_register check_transfer get_transfers_in get_order_info
source   "OpenSRS XML API", Appendix B: the page for owners; states of transfers in the list of events

world
  clock   2026-05-04T15:20:00Z
  domain  ek-bikes.com registrar=elsewhere

actor shop   reseller  balance=100.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor op     operator

foreach case          staff  does     staffs  status            ended      balance  held   confirmed
  |     approves      off    approve  -       pending_registry  processed  100.00   11.62  "06-MAY-2026 11:20:00"
  |     refuses       off    reject   -       cancelled         declined   100.00   0.00   ""
  |     says-nothing  off    ignore   -       pending_owner     processed  100.00   11.62  ""
  |     staff-waits   on     approve  -       pending_admin     processed  100.00   11.62  "06-MAY-2026 11:20:00"
  |     staff-passes  on     approve  pass    pending_registry  processed  100.00   11.62  "06-MAY-2026 11:20:00"
  |     staff-stops   on     approve  stop    cancelled         declined   100.00   0.00   "06-MAY-2026 11:20:00"

  op policy transfer.staff=$staff
  shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna
       < response_code = 200
       < attributes.id -> $order
       < attributes.transfer_id -> $transfer
  mail anna within PT0S  type = transfer.request
  advance P2D
  anna $does
  op $staffs transfer=$transfer
  shop > check_transfer domain  domain=ek-bikes.com check_status=1
       < attributes.status = $status
  shop > get_transfers_in domain  transfer_id=$transfer
       < attributes.transfers.0.status = $status  attributes.transfers.0.owner_confirm_date = $confirmed
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = $ended
  state reseller shop  balance = $balance  held = $held
  event STATUS_CHANGE within PT0S  transfer_status = $status
end

# Who has answered has answered.
shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna
     < response_code = 200
mail anna within PT0S  type = transfer.request
anna approve
anna reject
     < ^status = 409
     < error.code = link_dead
