version 1
scenario "A change of the owner of a gTLD waits for the new one and then for the present one, where the world has it so"
id       TRADE-375
level    must
covers   update_contacts resend_trade_approval_notice set_trade_designated_agent
source   "support.opensrs.com 201000063114" : first the new owner, then the present one ; "ICANN_TRADE_STATUS_CHANGE"

world
  clock   2026-05-04T15:20:00Z
  policy  trade.icann=on

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bo     person  name="Bo Berg" email=bo@berg.example

ignore mail verification.request
ignore mail verification.reminder
ignore mail trade.request
ignore mail trade.confirmation
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@anna billing=@anna tech=@anna
     < response_code = 200
shop > resend_trade_approval_notice domain  domain=ek-bikes.com registrant_type=new
     < is_success = 0  response_code = 465

foreach case             agent  news     presents  status                           owner
  |     both-agree       0      approve  approve   completed                        bo@berg.example
  |     new-refuses      0      reject   -         cancelled_by_new_registrant      anna@ek.example
  |     present-refuses  0      approve  reject    cancelled_by_current_registrant  anna@ek.example
  |     agent            1      -        -         completed                        bo@berg.example

  shop > set_trade_designated_agent domain  domain=ek-bikes.com allow_designated_agent=$agent
       < response_code = 200
  shop > update_contacts domain  domain=ek-bikes.com types.0=owner owner=@bo
       < response_code = 200
  bo $news
  anna $presents
  event ICANN_TRADE_STATUS_CHANGE within PT0S  trade_status = $status
  state ek-bikes.com  contacts.owner.email = $owner  contacts.admin.email = anna@ek.example
end
