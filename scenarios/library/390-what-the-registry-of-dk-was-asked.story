version 1
scenario "What the registry of .dk was asked, in its own words, and forgets two weeks after its answer"
id       MODIFY-390
level    should
covers   sw_register update_all_info get
source   "github.com/blesta/module-opensrs: xpack_waiting_history; kept for two weeks"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request
ignore mail verification.reminder
ignore mail verification.warning
ignore mail consent.sync

let two  0.fqdn=ns1.lund.example 1.fqdn=ns2.lund.example

shop > sw_register domain  domain=ek-bikes.dk contacts=@anna
     < response_code = 250
shop > get domain  domain=ek-bikes.dk type=xpack_waiting_history
     < attributes.record_count = 1  attributes.waiting_history.0.req_type = domain_new_registration
     < attributes.waiting_history.0.current_state = waiting
     < attributes.waiting_history.0.create_time = "04-MAY-2026 11:20:00"
     < attributes.waiting_history.0.xpack_req_id exists
advance P1D
shop > update_all_info domain  domain=ek-bikes.dk contacts=@anna nameserver_list=@two
     < response_code = 250
advance PT5M
mark answered

foreach case       when                     count
  |     both       answered                 2
  |     still      answered+P12DT23H59M59S  2
  |     forgotten  answered+P13D            1
  |     a-second   answered+P13DT23H59M59S  1

  at $when
  shop > get domain  domain=ek-bikes.dk type=xpack_waiting_history
       < attributes.record_count = $count  attributes.waiting_history.0.req_type = domain_change
       < attributes.waiting_history.0.current_state = completed
end
at answered+P13DT23H59M59S
shop > get domain  domain=ek-bikes.dk type=xpack_waiting_history
     < attributes.record_count = 1
at answered+P14D
shop > get domain  domain=ek-bikes.dk type=xpack_waiting_history
     < attributes.record_count = 0

# The registrar's own list forgets nothing; others read neither, and other TLDs have none of these.
shop > get domain  domain=ek-bikes.dk type=waiting_history
     < attributes.record_count = 2
mall > get domain  domain=ek-bikes.dk type=xpack_waiting_history
     < response_code = 415
shop > sw_register domain  domain=ek-bikes.com contacts=@anna
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=xpack_waiting_history
     < response_code = 465  response_text = "Domain does not support xpack_waiting_history"
