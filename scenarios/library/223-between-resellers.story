version 1
scenario "A reseller asks for the name of another one: both sides read of it, and what is in the way"
id       TRANSFER-005
level    must
covers   sw_register get_transfers_in get_transfers_away get modify
source   "get_transfers_away" ; "Transfers since GDPR" : from reseller to reseller the present owner is asked

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Od" email=bert@od.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna f_lock_domain=1
     < response_code = 200
shop > get_transfers_away domain
     < response_code = 200  attributes.total = 0
mall > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert
     < is_success = 0  response_code = 552
     < response_text ~ clientTransferProhibited
     < attributes.forced_pending exists
shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna
     < is_success = 0  response_code = 487
     < response_text = "domain not transferrable"
shop > modify domain  domain=ek-bikes.com data=status lock_state=0
     < response_code = 200

mall > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert
     < response_code = 200
     < attributes.cancelled_orders.0 = 2
mail anna within PT0S  type = transfer.request
mail bert none
shop > get_transfers_away domain  domain=ek-bikes.com
     < attributes.total = 1
     < attributes.transfers.0.status = pending_owner
     < attributes.transfers.0.request_address = anna@ek.example
     < attributes.transfers.0.order_id absent
shop > get domain  type=status domain=ek-bikes.com
     < attributes.transfer_away_in_progress = 1
mall > get_transfers_in domain
     < attributes.total = 1
mall > get_transfers_away domain
     < attributes.total = 0
mall > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@bert
     < response_code = 487

anna reject
shop > get domain  type=status domain=ek-bikes.com
     < attributes.transfer_away_in_progress = 0
shop > get_transfers_away domain  status=cancelled
     < attributes.total = 1
