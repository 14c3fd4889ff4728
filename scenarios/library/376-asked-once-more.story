version 1
scenario "Whoever has still to approve a new owner is asked once more, and the reseller may take it back"
id       TRADE-376
level    must
covers   update_contacts resend_trade_approval_notice cancel_active_process get get_notes
source   "resend_trade_approval_notice" : registrant_type, send_type

world
  clock   2026-05-04T15:20:00Z
  policy  trade.icann=on

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bo     person  name="Bo Berg" email=bo@berg.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
shop > update_contacts domain  domain=ek-bikes.com types.0=owner owner=@bo
     < response_code = 200
mail bo within PT0S  type = trade.request
shop > get domain  domain=ek-bikes.com type=owner
     < attributes.contact_set.owner.first_name = Anna
     < attributes.contact_set.owner.ownership_changes_request = "Bo Berg"
shop > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=current
     < response_code = 465
shop > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=new send_type=email
     < response_code = 200
mail bo within PT0S  type = trade.request
mall > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=new
     < response_code = 415
bo approve
mail anna within PT0S  type = trade.request
shop > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=current send_type=email
     < response_code = 200
mail anna within PT0S  type = trade.request
advance PT1H
shop > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=current send_type=sms
     < response_code = 200
shop > get_notes domain  domain=ek-bikes.com type=domain
     < attributes.notes.0.note ~ "sent by SMS"
shop > cancel_active_process domain  domain=ek-bikes.com
     < response_code = 200
anna approve
     < ^status = 409
shop > get domain  domain=ek-bikes.com type=owner
     < attributes.contact_set.owner.first_name = Anna
     < attributes.contact_set.owner.ownership_changes_request absent
