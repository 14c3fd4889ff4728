version 1
scenario "Nameservers with addresses of the other kind"
id       HOST-342
level    should
covers   create get modify delete
source   "domains.opensrs.guide/docs/create-nameserver; github.com/myadmin-plugins/opensrs-domains"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# The kinds are not mixed up.
shop > create nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipv6=192.0.2.1
     < response_code = 465  response_text = "Invalid data, error=<ipv6 '192.0.2.1'>"
shop > create nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipaddress=2001:db8::1
     < response_code = 465  response_text = "Invalid data, error=<ipaddress '2001:db8::1'>"

foreach kind  four       six
  |     six   -          2001:db8::1
  |     both  192.0.2.1  2001:db8::1

  shop > create nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipaddress=$four ipv6=$six
       < response_code = 200
  shop > get nameserver  domain=a-bikes.com name=all
       < attributes.nameserver_list.0.ipaddress = $four
end

shop > create nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipaddress=192.0.2.1 ipv6=2001:db8::1
     < response_code = 200
shop > get nameserver  domain=a-bikes.com name=ns1.a-bikes.com
     < attributes.nameserver_list.0.ipaddress = 192.0.2.1  attributes.nameserver_list.0.ipv6 = 2001:db8::1
shop > modify nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipv6=2001:db8::2
     < response_code = 200
shop > get nameserver  domain=a-bikes.com name=ns1.a-bikes.com
     < attributes.nameserver_list.0.ipv6 = 2001:db8::2
mall > delete nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipv6=2001:db8::2
     < response_code = 415
shop > delete nameserver  domain=a-bikes.com name=ns1.a-bikes.com ipaddress=192.0.2.1 ipv6=2001:db8::2
     < response_code = 200
shop > get nameserver  domain=a-bikes.com name=ns1.a-bikes.com
     < response_code = 480
