version 1
scenario "An order whose nameservers are not allowed stays pending, and is carried out once they are"
id       ORDER-303
level    must
covers   sw_register process_pending get_notes create
source   "Net::DRI, t/639opensrs_xcp.t: a registration with a nameserver that is not found"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
op adjust reseller=@shop unregistered_hosts=no
shop > sw_register domain  domain=ek-cars.com owner=@anna custom_nameservers=1 nameserver_list.0.name=ns9.ek-bikes.com
     < is_success = 0  response_code = 435
     < response_text = "Request failed validation: Name server 'ns9.ek-bikes.com' is not found at the registry. Please double check the nameserver and re-submit."
     < attributes.registration_code = 435
     < attributes.registration_text ~ "is not found at the registry"
     < attributes.forced_pending -> $order
     < attributes.id = $order
state order $order  status = pending  held = no  debited = no
shop > get_notes  domain=ek-cars.com type=domain
     < attributes.notes.0.note ~ "ns9.ek-bikes.com"

# It is no better the next day, and then it is.
advance P1D
shop > process_pending  order_id=$order
     < is_success = 0  response_code = 435
     < attributes.forced_pending = $order
shop > create nameserver  domain=ek-bikes.com name=ns9.ek-bikes.com ipaddress=192.0.2.9
     < response_code = 200
shop > process_pending  order_id=$order
     < response_code = 200
state order $order  status = completed
state ek-cars.com   nameservers = "ns9.ek-bikes.com"

# What is only to be kept is not looked at.
shop > sw_register domain  domain=ek-boats.com owner=@anna handle=save custom_nameservers=1 nameserver_list.0.name=ns8.ek-bikes.com
     < response_code = 200  response_text = "Order created"
     < attributes.forced_pending absent
     < attributes.id -> $saved
shop > process_pending  order_id=$saved
     < is_success = 0  response_code = 435

# The reseller's own nameservers need no leave, and those below the name itself neither.
shop > sw_register domain  domain=ek-trams.com owner=@anna handle=save
     < attributes.id -> $usual
shop > process_pending  order_id=$usual
     < response_code = 200
op adjust reseller=@shop unregistered_hosts=yes foreign_nameservers=no
shop > sw_register domain  domain=ek-ships.com owner=@anna handle=save custom_nameservers=1 nameserver_list.0.name=ns1.ek-ships.com
     < attributes.id -> $own
shop > process_pending  order_id=$own
     < response_code = 200
shop > sw_register domain  domain=ek-kites.com owner=@anna custom_nameservers=1 nameserver_list.0.name=ns1.elsewhere.net
     < is_success = 0  response_code = 435
     < attributes.forced_pending exists
