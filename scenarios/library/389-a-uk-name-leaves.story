version 1
scenario "A .uk name is pushed to another registrar by its tag"
id       MODIFY-389
level    should
covers   sw_register modify get get_transfers_away set
source   "OpenSRS Perl client, manage.cgi: change_ips_tag; docs.memset.com: the tag of a registrar"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request
ignore mail consent.sync

shop > sw_register domain  domain=ek-bikes.co.uk contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-trikes.org.uk contacts=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.co.uk
     < response_code = 200
shop > sw_register domain  domain=ek-bikes.com contacts=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.co.uk
     < response_code = 200

# What is missing, makes no sense, or is somebody else's; nothing has left by it.
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag
     < response_code = 460  response_text = "Required field 'gaining_registrar_tag' not provided"
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag="lower case"
     < response_code = 465  response_text = "Invalid data, error=<gaining_registrar_tag 'lower case'>"
shop > modify domain  domain=ek-bikes.com data=change_ips_tag gaining_registrar_tag=ACME
     < response_code = 465  response_text = "Domain does not support change_ips_tag"
mall > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag=ACME
     < response_code = 415  support_message exists
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag=ACME change_tag_all=1
     < response_code = 465  response_text = "apply_to_all flag not permitted"
shop > get_transfers_away domain
     < attributes.total = 0

# Not while it is locked.
shop > modify domain  domain=ek-bikes.co.uk data=status lock_state=1
     < response_code = 200
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag=ACME
     < response_code = 552  response_text ~ "does not allow for transfer"
shop > modify domain  domain=ek-bikes.co.uk data=status lock_state=0
     < response_code = 200

# A helper may not, however much else is allowed.
shop > add subuser  domain=ek-bikes.co.uk sub_username=sue sub_password=helper45 sub_permission=127
     < response_code = 200
shop > set cookie  domain=ek-bikes.co.uk reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
shop > modify domain  ^cookie=$sue data=change_ips_tag gaining_registrar_tag=ACME
     < response_code = 435

# One of them, and then all that can.
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag=ACME rsp_override=0
     < is_success = 1  response_code = 250  attributes.waiting_requests_no = 1
shop > get domain  domain=ek-bikes.co.uk type=status
     < attributes.transfer_away_in_progress = 1
shop > get_transfers_away domain  gaining_registrar=ACME
     < attributes.total = 1  attributes.transfers.0.domain = ek-bikes.co.uk
     < attributes.transfers.0.status = pending_registry
shop > modify domain  domain=ek-bikes.co.uk data=change_ips_tag gaining_registrar_tag=OTHER
     < response_code = 552  response_text = "Transfer refused: Transfer in progress"
shop > set cookie  domain=ek-bikes.co.uk reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $anna
shop > modify domain  ^cookie=$anna data=change_ips_tag gaining_registrar_tag=OTHER change_tag_all=1
     < is_success = 1  response_code = 250
shop > get_transfers_away domain
     < attributes.total = 2
shop > get_transfers_away domain  gaining_registrar=OTHER
     < attributes.total = 1  attributes.transfers.0.domain = ek-trikes.org.uk
shop > get domain  domain=ek-bikes.com type=status
     < attributes.transfer_away_in_progress = 0
