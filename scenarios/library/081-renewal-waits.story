version 1
scenario "A renewal waits for its registry, and nothing else happens to the name meanwhile"
id       RENEW-002
level    must
covers   renew modify update_contacts sw_register
source   "response codes" : 250, 400, 436, 437

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=1000.00
actor anna   person    name="Anna Ek" email=anna@ek.example
actor nic    registry
actor op     operator

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
op policy tld.com.registry=async tld.com.registry_delay=PT10M

foreach case        says    ended      year
  |     by-itself   -       completed  2028
  |     soon        accept  completed  2028
  |     not-at-all  reject  declined   2027

  shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process
       < is_success = 1  response_code = 250
       < attributes.queue_request_id exists
       < attributes.order_id -> $order
  state order $order  status = waiting  held = yes  debited = no
  shop > renew domain  domain=ek-bikes.com currentexpirationyear=2027 period=1 handle=process
       < is_success = 0  response_code = 400
  shop > modify domain  domain=ek-bikes.com data=status lock_state=1
       < is_success = 0  response_code = 437
  shop > update_contacts domain  domain=ek-bikes.com admin=@anna
       < is_success = 0  response_code = 437
  nic $says order=$order
  advance PT10M
  state order $order  status = $ended  held = no
  state ek-bikes.com  expires ~ ^$year-05-04
  shop > modify domain  domain=ek-bikes.com data=status lock_state=1
       < response_code = 200
end
mail anna none
