version 1
scenario "A reseller pushes a name to another one, who has to have put it on its list"
id       PUSH-370
level    must
covers   rsp2rsp_push_transfer get_transfers_in get_transfers_away get
source   "rsp2rsp_push_transfer" : no charge, no year; "Push transfer permission denied"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller  balance=100.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor op     operator

ignore mail verification.request
ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=annaek reg_password=secret12
     < response_code = 200
shop > rsp2rsp_push_transfer domain  domain=ek-bikes.com grsp=@mall
     < is_success = 0  response_code = 465
     < response_text = "Push transfer permission denied"
shop > raw rsp2rsp_push_transfer  domain=ek-bikes.com grsp=nobody
     < response_code = 465  object = ""
op adjust reseller=@mall push_from=@shop
state reseller mall  push_from.0 = @shop

foreach case    locked  code  text                                                                                    holder
  |     pushed  0       200   "Command completed successfully"                                                        @mall
  |     locked  1       552   "Transfer refused: Domain status clientTransferProhibited does not allow for transfer"  @shop

  shop > modify domain  domain=ek-bikes.com data=status lock_state=$locked
       < response_code = 200
  shop > rsp2rsp_push_transfer domain  domain=ek-bikes.com grsp=@mall username=newanna password=newsecret
       < response_code = $code  response_text = $text
  state ek-bikes.com   reseller = $holder  expires = 2027-05-04T15:20:00Z
  state reseller mall  balance = 100.00
end

op adjust reseller=@shop push_from=@mall
shop > rsp2rsp_push_transfer domain  domain=ek-bikes.com grsp=@mall
     < response_code = 200
event CREATED within PT0S  domain_name = ek-bikes.com
shop > get domain  domain=ek-bikes.com type=status
     < response_code = 415
mall > set cookie  domain=ek-bikes.com reg_username=annaek reg_password=secret12
     < is_success = 1
mall > get_transfers_in domain  domain=ek-bikes.com
     < attributes.total = 1
     < attributes.transfers.0.status = completed
mall > get_notes domain  domain=ek-bikes.com type=domain
     < attributes.notes.0.note ~ "pushed by"
shop > get_transfers_away domain  domain=ek-bikes.com
     < attributes.transfers.0.status = completed
shop > rsp2rsp_push_transfer domain  domain=ek-bikes.com grsp=@mall
     < response_code = 415

# Its verification goes on where the name is now.
mall > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.registrant_verification_status = verifying
mall > rsp2rsp_push_transfer domain  domain=ek-bikes.com grsp=@shop
     < response_code = 200
state ek-bikes.com  reseller = @shop
