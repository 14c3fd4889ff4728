version 1
scenario "A nameserver is created below a name, read, changed, put to use, and only then kept from going"
id       NAMESERVER-001
level    must
covers   create get modify delete sw_register
source   "domains.opensrs.guide, create-nameserver and get-nameserver; github.com/site5/moo_moo"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < response_code = 200  response_text = "Nameserver Created"
     < attributes absent
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < is_success = 0  response_code = 485
shop > create nameserver  domain=ek-bikes.com name=NS2.Ek-Bikes.com ipv6=2001:db8::1
     < response_code = 200
shop > get nameserver  domain=ek-bikes.com name=all
     < response_text = "Query Successful"
     < attributes.nameserver_list.0.name = ns1.ek-bikes.com
     < attributes.nameserver_list.0.ipaddress = 192.0.2.1
     < attributes.nameserver_list.0.can_delete = 1
     < attributes.nameserver_list.1.name = ns2.ek-bikes.com
     < attributes.nameserver_list.1.ipv6 = 2001:db8::1
     < attributes.nameserver_list.2 absent
shop > modify nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.7
     < response_code = 200  response_text = "Command successful"

# Somebody points a name to it: its address is the glue, and it cannot go.
mall > sw_register domain  domain=ek-shop.com custom_nameservers=1
       nameserver_list.0.name=ns1.ek-bikes.com nameserver_list.0.sortorder=1
     < response_code = 200
mall > get  domain=ek-shop.com type=nameservers
     < attributes.nameserver_list.0.ipaddress = 192.0.2.7
shop > get nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com
     < attributes.nameserver_list.0.can_delete = 0
shop > delete nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com
     < is_success = 0  response_code = 405

# The name that points to it follows it under another name.
shop > modify nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com new_name=ns2.ek-bikes.com
     < is_success = 0  response_code = 400
shop > modify nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com new_name=dns.ek-bikes.com
     < response_code = 200
event NAMESERVER_UPDATE within PT0S  domain_name = ek-shop.com  nameserver_list = dns.ek-bikes.com
state ek-shop.com  nameservers = dns.ek-bikes.com
shop > get nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com
     < response_code = 480

# Nobody points to the other one.
shop > delete nameserver  domain=ek-bikes.com name=ns2.ek-bikes.com
     < response_code = 200  response_text = "Nameserver deleted"
shop > get nameserver  domain=ek-bikes.com type=all
     < attributes.nameserver_list.0.name = dns.ek-bikes.com
     < attributes.nameserver_list.1 absent
