version 1
scenario "Every type of record, beside the attributes as well as below them"
id       ZONE-341
level    should
covers   create_dns_zone set_dns_zone get_dns_zone
source   "domains.opensrs.guide/v1.0/docs/create_dns_zone; github.com/OpenSRS/WHMCS-OpenSRSPro-Module, dnsSet.php"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

shop > create_dns_zone domain  domain=a-bikes.com
       A.0.ip_address=192.0.2.1 A.0.subdomain=www
       AAAA.0.ipv6_address=2001:db8::1 AAAA.0.subdomain=www
       CNAME.0.hostname=www.a-bikes.com CNAME.0.subdomain=shop
       MX.0.hostname=mx.a-bikes.com MX.0.priority=10
       SRV.0.hostname=sip.a-bikes.com SRV.0.port=5060 SRV.0.priority=1 SRV.0.weight=2 SRV.0.subdomain=_sip._tcp
       TXT.0.text="v=spf1 -all"
     < response_code = 200
shop > get_dns_zone domain  domain=a-bikes.com
     < attributes.records.A.0.ip_address = 192.0.2.1  attributes.records.AAAA.0.ipv6_address = 2001:db8::1
     < attributes.records.CNAME.0.hostname = www.a-bikes.com  attributes.records.MX.0.priority = 10
     < attributes.records.SRV.0.port = 5060  attributes.records.SRV.0.weight = 2
     < attributes.records.TXT.0.text = "v=spf1 -all"

# set replaces all of it.
shop > set_dns_zone domain  domain=a-bikes.com
       A.0.ip_address=192.0.2.7 A.0.subdomain=www
       AAAA.0.ipv6_address=2001:db8::7 AAAA.0.subdomain=www
       CNAME.0.hostname=www.a-bikes.com CNAME.0.subdomain=blog
       SRV.0.hostname=sip.a-bikes.com SRV.0.port=5061 SRV.0.priority=1 SRV.0.weight=2 SRV.0.subdomain=_sip._tcp
       TXT.0.text="v=spf1 mx -all"
     < response_code = 200
shop > get_dns_zone domain  domain=a-bikes.com
     < attributes.records.A.0.ip_address = 192.0.2.7  attributes.records.A.1 absent
     < attributes.records.CNAME.0.subdomain = blog  attributes.records.SRV.0.port = 5061
     < attributes.records.MX.0 absent  attributes.records.TXT.0.text = "v=spf1 mx -all"

# A template: from the zone of another name.
op template reseller=@shop name=web from=a-bikes.com
shop > sw_register domain  domain=c-bikes.com owner=@anna
     < response_code = 200
shop > create_dns_zone domain  domain=c-bikes.com
     < response_code = 200
shop > set_dns_zone domain  domain=c-bikes.com dns_template=web
     < response_code = 200
shop > get_dns_zone domain  domain=c-bikes.com
     < attributes.records.A.0.ip_address = 192.0.2.7
shop > set_dns_zone domain  domain=c-bikes.com dns_template=none-such
     < response_code = 478
