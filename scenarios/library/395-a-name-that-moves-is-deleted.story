version 1
scenario "A name is deleted while it moves: its transfer ends, and the money that was held for it is free again"
id       TRANSFER-395
level    must
covers   sw_register revoke check_transfer get_transfers_in get_transfers_away get_order_info get_notes
source   inferred: nobody can bring a name that is gone

world
  clock   2026-05-04T15:20:00Z
  domain  outside.com registrar=elsewhere created=2025-05-04T15:20:00Z
  domain  grown.com reseller=@mall created=2025-05-05T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor anna   person    name="Anna Ek" email=anna@ek.example
actor bert   person    name="Bert Od" email=bert@od.example
actor op     operator
actor nic    registry

ignore mail verification.request
ignore mail transfer.request

mall > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200

foreach case         staff  code     does     was
  |     owner-asked  off    ""       -        pending_owner
  |     staff-looks  on     ""       approve  pending_admin
  |     on-its-way   off    s3cret!  -        pending_registry

  op policy transfer.staff=$staff
  shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert auth_info=$code
       < response_code = 200
       < attributes.id -> $order
       < attributes.transfer_id -> $transfer
  anna $does
  shop > check_transfer domain  domain=ek-bikes.com check_status=1
       < attributes.status = $was  attributes.reason = "Transfer in progress"
  state reseller shop  held = 11.62
  mall > revoke domain  domain=ek-bikes.com
       < response_code = 200
  event STATUS_CHANGE within PT0S  transfer_status = cancelled  order_id = $order
  state reseller shop  balance = 100.00  held = 0.00
  state order $order   status = declined  held = no  debited = no
  shop > check_transfer domain  domain=ek-bikes.com check_status=1
       < attributes.transferrable = 0  attributes.status = cancelled
       < attributes.reason = "Domain is not registered"
  shop > get_transfers_in domain  transfer_id=$transfer
       < attributes.transfers.0.status = cancelled
  mall > get_transfers_away domain  domain=ek-bikes.com
       < attributes.total = 1  attributes.transfers.0.status = cancelled
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = declined
  shop > get_notes domain  domain=ek-bikes.com type=transfer transfer_id=$transfer
       < attributes.notes.0.note = "Transfer #1: cancelled: the name was deleted"
end

# The owner's answer comes too late; whoever registers the name next can be asked for it.
shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert
     < response_code = 200
mall > revoke domain  domain=ek-bikes.com
     < response_code = 200
anna approve
     < ^status = 409
     < error.code = link_dead
mall > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert
     < response_code = 200
anna approve
shop > check_transfer domain  domain=ek-bikes.com check_status=1
     < attributes.status = pending_registry

# So it is with a name of another registrar.
shop > sw_register domain  domain=outside.com reg_type=transfer owner=@bert
     < response_code = 200
     < attributes.id -> $outside
state reseller shop  held = 23.24
op edit domain=outside.com state=deleted
state order $outside  status = declined  held = no  debited = no
state reseller shop   held = 11.62

# One that leaves has no order here, and nobody who would be told.
nic request domain=grown.com registrar="Other, Inc."
op edit domain=grown.com state=deleted
mall > get_transfers_away domain  domain=grown.com
     < attributes.total = 1  attributes.transfers.0.status = cancelled
event STATUS_CHANGE none  domain_name = grown.com
