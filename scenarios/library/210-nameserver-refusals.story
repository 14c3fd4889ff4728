version 1
scenario "Nameservers that cannot be: wrong places, wrong addresses, other people's names"
id       NAMESERVER-002
level    must
covers   create get modify delete
source   "domains.opensrs.guide, create-nameserver; OpenSRS API Integration for XML, page 45"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor op     operator
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
mall > sw_register domain  domain=ek-shop.com
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < response_code = 200

foreach case        name               ip           code
  |     elsewhere   ns1.ek-shop.com    192.0.2.1    465
  |     alike       ns1.weekbikes.com  192.0.2.1    465
  |     itself      ek-bikes.com       192.0.2.1    465
  |     no-host     ns1..ek-bikes.com  192.0.2.1    465
  |     no-address  ns2.ek-bikes.com   ""           460
  |     no-ip       ns2.ek-bikes.com   192.0.2.256  465
  |     there       ns1.ek-bikes.com   192.0.2.1    485
  |     good        ns2.ek-bikes.com   192.0.2.1    200

  shop > create nameserver  domain=ek-bikes.com name=$name ipaddress=$ip
       < response_code = $code
end

foreach case    action
  |     create  create
  |     get     get
  |     modify  modify
  |     delete  delete

  mall > $action nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.9
       < is_success = 0  response_code = 415
  mall > $action nameserver  domain=nobody-has-this.com name=ns1.ek-bikes.com ipaddress=192.0.2.9
       < response_code = 415
  mall > $action nameserver  name=ns1.ek-bikes.com ipaddress=192.0.2.9
       < response_code = 460
  mall > $action nameserver  domain=ek-shop.com name=ns1.ek-bikes.com ipaddress=192.0.2.9
       < is_success = 0
  shop > get nameserver  domain=ek-bikes.com name=all
       < attributes.nameserver_list.0.ipaddress = 192.0.2.1
       < attributes.nameserver_list.1 absent
end

# There are only so many of them below one name.
op policy nameserver.quota=2
shop > create nameserver  domain=ek-bikes.com name=ns2.ek-bikes.com ipaddress=192.0.2.1
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns3.ek-bikes.com ipaddress=192.0.2.1
     < is_success = 0  response_code = 445  response_text = "Nameserver quota exceeded"
