version 1
scenario "What a registry was asked stands in a queue, for the request and for the name"
id       ORDER-009
level    must
covers   sw_register query_queued_request get
source   "OpenSRS Perl client", manage.cgi: waiting_history; osrs-toolkit-php: query_queued_request

world
  clock   2026-03-02T09:00:00Z
  policy  tld.io.registry=async

actor shop   reseller
actor mall   reseller
actor carl   person  name="Carl Cole" email=carl@cole.example
actor nic    registry

strict events
ignore event CREATED
ignore event REGISTERED

shop > sw_register domain  domain=cole.io owner=@carl
     < response_code = 250
     < response_text = "Action submitted successfully for processing to asynchronous registry"
     < attributes.async_reason exists
     < attributes.id -> $order
     < attributes.queue_request_id -> $request
event STATUS_CHANGE within PT0S  order_id = $order  order_status = waiting  domain_name = cole.io
shop > query_queued_request domain  request_id=$request
     < response_code = 200
     < attributes.request_status = waiting  attributes.action = sw_register
     < attributes.request_time = "02-MAR-2026 04:00:00"
     < attributes.response_time = ""
shop > get domain  domain=cole.io type=waiting_history
     < attributes.record_count = 1
     < attributes.waiting_history.0.request_id = $request

# Nobody else learns of it.
mall > query_queued_request domain  request_id=$request
     < is_success = 0  response_code = 480
mall > get domain  domain=cole.io type=waiting_history
     < is_success = 0  response_code = 415

foreach case      says    status     ended      time
  |     accepted  accept  completed  completed  "02-MAR-2026 04:01:00"
  |     refused   reject  declined   declined   "02-MAR-2026 04:01:00"
  |     silent    -       completed  completed  "02-MAR-2026 04:05:00"

  advance PT1M
  nic $says order=$order
  at start+PT1H
  event STATUS_CHANGE within PT0S  order_id = $order  order_status = $ended
  shop > query_queued_request domain  request_id=$request
       < attributes.request_status = $status
       < attributes.response_time = $time
       < attributes.response_text != ""
  shop > get domain  domain=cole.io type=waiting_history
       < attributes.record_count = 1
       < attributes.waiting_history.0.request_status = $status
end
