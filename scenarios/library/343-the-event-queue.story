version 1
scenario "The event queue: one, many, whose, and once"
id       EVENTS-343
level    should
covers   poll ack
source   "domains.opensrs.guide/docs/poll_event"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# Other resellers see nothing of it, and cannot put it away.
mall > poll event
     < response_code = 200  attributes.total = 0  attributes.events.0 absent
shop > poll event  limit=1
     < attributes.events.0.event_id -> $first  attributes.events.1 absent
mall > ack event  event_id=$first
     < response_code = 480

# What is not put away comes again, the oldest first.
shop > poll event  limit=100
     < attributes.events.0.event_id = $first  attributes.events.1.event_id exists
shop > poll event  limit=101
     < response_code = 465
shop > ack event  event_id=$first
     < response_code = 200
shop > poll event  limit=1
     < attributes.events.0.event_id != $first
shop > ack event  event_id=$first
     < response_code = 480
shop > ack event  event_id=nonsense
     < response_code = 480  response_text = "Event not found."
