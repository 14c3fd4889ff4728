version 1
scenario "A registry that takes its time: the order waits, the name is taken already, the money is held"
id       ORDER-008
level    must
covers   sw_register lookup get_order_info
source   "Synchronous and asynchronous registrations" and codes 210, 211, 221 and 250 in the vendor's table

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor op     operator

shop > lookup domain  domain=cole.io
     < response_code = 210

foreach case           registry  delay  code  when            status     found  held
  |     realtime       realtime  PT5M   200   asked           completed  211    0.00
  |     at-once        async     PT5M   250   asked           waiting    221    28.75
  |     a-second-off   async     PT5M   250   asked+PT4M59S   waiting    221    28.75
  |     at-its-second  async     PT5M   250   asked+PT5M      completed  211    0.00
  |     slow           async     P2D    250   asked+P2D-PT1S  waiting    221    28.75
  |     slow-done      async     P2D    250   asked+P2D       completed  211    0.00

  op policy tld.io.registry=$registry tld.io.registry_delay=$delay
  shop > sw_register domain  domain=cole.io owner=@carl
       < is_success = 1  response_code = $code
       < attributes.registration_code = $code
       < attributes.id -> $order
  mark asked
  at $when
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = $status
       < attributes.field_hash.cost = 28.75
  shop > lookup domain  domain=cole.io
       < response_code = $found
  state reseller shop  held = $held
end
