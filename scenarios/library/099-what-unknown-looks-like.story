version 1
scenario "An answer that nobody can read has three faces, and behind each the order waits"
id       ORDER-010
level    must
covers   sw_register lookup get_order_info
source   "response codes" 250, 436 and 705

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor op     operator

foreach case        code  good  then    when            status     found
  |     unknown     436   0     accept  asked+PT34M59S  waiting    221
  |     then-yes    436   0     accept  asked+PT35M     completed  211
  |     then-no     436   0     reject  asked+PT35M     declined   210
  |     then-quiet  436   0     never   asked+P400D     waiting    221
  |     submitted   250   1     accept  asked+PT35M     completed  211
  |     not-taken   250   1     reject  asked+PT35M     declined   210
  |     timed-out   705   0     accept  asked+PT35M     completed  211
  |     lost        705   0     reject  asked+PT35M     declined   210

  fault unknown_status  domain=cole.io code=$code then=$then
  shop > sw_register domain  domain=cole.io owner=@carl
       < is_success = $good  response_code = $code
       < attributes.registration_code = $code
       < attributes.id -> $order
  mark asked
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = waiting
  at $when
  state order $order  status = $status
  shop > lookup domain  domain=cole.io
       < response_code = $found
end

# Where the fault does not say how long it takes, the rules do.
foreach case          after  when            status
  |     quick         PT1M   asked+PT1M      completed
  |     a-second-off  PT1M   asked+PT59S     waiting
  |     slow          P3D    asked+P3D       completed
  |     slow-so-far   P3D    asked+P3D-PT1S  waiting

  op policy registry.unknown_after=$after
  fault unknown_status  domain=cole.io
  shop > sw_register domain  domain=cole.io owner=@carl
       < response_code = 436
       < attributes.id -> $order
  mark asked
  at $when
  state order $order  status = $status
end
