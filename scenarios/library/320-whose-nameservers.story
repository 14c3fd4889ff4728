version 1
scenario "A reseller may keep its names to its own nameservers, or to hosts that registries know"
id       SETTINGS-320
level    should
covers   sw_register advanced_update_nameservers create
source   "response codes, 435; a reseller's settings"

world
  clock   2026-05-04T15:20:00Z
  domain  theirs.com registrar=elsewhere

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com contacts=@anna
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < response_code = 200
shop > sw_register domain  domain=ek-trikes.com contacts=@anna
     < response_code = 200

foreach case         foreign  unregistered  host               code
  |     anything     yes      yes           ns1.theirs.com     200
  |     own          no       yes           ns1.ek-bikes.com   200
  |     own-unmade   no       yes           ns2.ek-bikes.com   200
  |     the-houses   no       yes           ns2.systemdns.com  200
  |     somebodys    no       yes           ns1.theirs.com     435
  |     nobodys      no       yes           ns1.free-name.com  435
  |     known        yes      no            ns1.ek-bikes.com   200
  |     unmade       yes      no            ns2.ek-bikes.com   435
  |     not-known    yes      no            ns1.theirs.com     435
  |     unknown-tld  yes      no            ns1.theirs.nosuch  200
  |     both         no       no            ns1.ek-bikes.com   200
  |     both-unmade  no       no            ns2.ek-bikes.com   435

  op adjust reseller=@shop foreign_nameservers=$foreign unregistered_hosts=$unregistered
  state reseller shop  foreign_nameservers = $foreign  unregistered_hosts = $unregistered
  shop > advanced_update_nameservers domain  domain=ek-trikes.com op_type=assign assign_ns.0=$host
       < response_code = $code
  shop > sw_register domain  domain=ek-quads.com contacts=@anna custom_nameservers=1 nameserver_list.0.name=$host
       < response_code = $code
end

op adjust reseller=@shop foreign_nameservers=no
shop > advanced_update_nameservers domain  domain=ek-trikes.com op_type=assign assign_ns.0=ns1.theirs.com
     < is_success = 0  response_code = 435
       response_text = "Permission Denied: foreign nameserver 'ns1.theirs.com'"
state ek-trikes.com  nameservers = "ns1.systemdns.com ns2.systemdns.com"

op adjust reseller=@shop foreign_nameservers=yes unregistered_hosts=no
shop > advanced_update_nameservers domain  domain=ek-trikes.com op_type=add_remove add_ns.0=ns2.ek-bikes.com
     < is_success = 0  response_code = 435
       response_text = "Request failed validation: Name server 'ns2.ek-bikes.com' is not found at the registry. Please double check the nameserver and re-submit."
shop > create nameserver  domain=ek-bikes.com name=ns2.ek-bikes.com ipaddress=192.0.2.2
     < response_code = 200
shop > advanced_update_nameservers domain  domain=ek-trikes.com op_type=add_remove add_ns.0=ns2.ek-bikes.com
     < response_code = 200
state ek-trikes.com  nameservers ~ "ns2.ek-bikes.com"
