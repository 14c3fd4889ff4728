version 1
scenario "Every change of status is an event that the reseller polls and acknowledges, oldest first"
id       VERIFY-024
level    must
covers   sw_register poll ack
source   "registrant_verification_status_change-domain" and "poll_event"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

strict events
ignore event CREATED
ignore event REGISTERED
ignore event STATUS_CHANGE
ignore mail rsp.suspended_list
ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = pending    domain_name = ek-bikes.com
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = verifying
event REGISTRANT_VERIFICATION_STATUS_CHANGE none for P15D
event REGISTRANT_VERIFICATION_STATUS_CHANGE within P1D   verification_status = suspended  at = 2026-05-20T05:00:00Z
mail anna within PT0S  type = verification.suspended
anna verify
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = verified

shop > poll event  limit=100
     < response_code = 200
     < attributes.total -> $total
shop > poll event  limit=1
     < response_code = 200
     < attributes.total = $total
     < attributes.events.0.event_id -> $id
     < attributes.events.1 absent
shop > ack event  event_id=$id
     < response_code = 200
shop > poll event
     < attributes.total < $total
     < attributes.events.0.event_id != $id
shop > ack event  event_id=$id
     < is_success = 0
mall > poll event  limit=100
     < response_code = 200
     < attributes.total = 0
