version 1
scenario "An asynchronous registry answers later: until then nothing is there, and nothing else is taken"
id       NAMESERVER-004
level    must
covers   create get modify delete
source   "domains.opensrs.guide, create-nameserver: codes 250 and 251; the code table: 437"

world
  clock   2026-05-04T15:20:00Z
  policy  tld.com.registry=async
  domain  ek-bikes.com reseller=@shop
  domain  ek-bikes.co.uk reseller=@shop

actor shop   reseller

shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < is_success = 1  response_code = 250
     < attributes.waiting_requests_no = 1
shop > create nameserver  domain=ek-bikes.com name=ns2.ek-bikes.com ipaddress=192.0.2.1
     < is_success = 0  response_code = 437
at start+PT4M59S
shop > get nameserver  domain=ek-bikes.com name=all
     < attributes.nameserver_list.0 absent
at start+PT5M
shop > get nameserver  domain=ek-bikes.com name=all
     < attributes.nameserver_list.0.name = ns1.ek-bikes.com

mark created
shop > modify nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.2
     < response_code = 250
shop > get nameserver  domain=ek-bikes.com name=all
     < attributes.nameserver_list.0.ipaddress = 192.0.2.1
run until host max P1D
shop > get nameserver  domain=ek-bikes.com name=all
     < attributes.nameserver_list.0.ipaddress = 192.0.2.2
shop > delete nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com
     < response_code = 250
at created+PT10M
shop > get nameserver  domain=ek-bikes.com name=all
     < attributes.nameserver_list.0 absent

# At .uk it is stored at once and of use only when its own name points to it.
shop > create nameserver  domain=ek-bikes.co.uk name=ns1.ek-bikes.co.uk ipaddress=192.0.2.1
     < is_success = 1  response_code = 251
shop > registry_check_nameserver nameserver  fqdn=ns1.ek-bikes.co.uk
     < response_code = 212
