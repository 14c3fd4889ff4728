version 1
scenario "Another registrar asks for a name: not while it is young or locked; its reseller reads of it"
id       TRANSFER-006
level    should
covers   get_transfers_away get check_transfer
source   "get_transfers_away" ; "Domain transfers" : lock, hold and the first sixty days keep a name

world
  clock   2026-05-04T15:20:00Z
  domain  young.com reseller=@shop created=2026-03-05T15:20:01Z
  domain  grown.com reseller=@shop created=2026-03-05T15:20:00Z
  domain  outside.com registrar=elsewhere created=2026-03-05T15:20:01Z

actor shop   reseller
actor nic    registry

nic request domain=young.com registrar="Other, Inc."
    < ^status = 409
    < error.code = not_allowed
nic request domain=outside.com registrar="Other, Inc."
    < ^status = 409
    < error.code = not_allowed
shop > get_transfers_away domain
     < attributes.total = 0
nic request domain=grown.com registrar="Other, Inc."
shop > get_transfers_away domain  gaining_registrar="Oth*"
     < attributes.total = 1
     < attributes.transfers.0.domain = grown.com  attributes.transfers.0.status = pending_registry
     < attributes.transfers.0.gaining_registrar = "Other, Inc."
     < attributes.transfers.0.registry_request_date = "04-MAY-2026 11:20:00"
     < attributes.transfers.0.completed_date_epoch = 0
shop > get domain  type=status domain=grown.com
     < attributes.transfer_away_in_progress = 1
state transfer 1  order absent  losing_registrar = orrery

shop > check_transfer domain  domain=outside.com
     < attributes.transferrable = 0  attributes.reason ~ "60 days"
advance PT1S
shop > check_transfer domain  domain=outside.com
     < attributes.transferrable = 1
