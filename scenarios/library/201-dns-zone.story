version 1
scenario "A zone is made, read, replaced, reset and deleted, and every kind of record comes back as it went"
id       ZONE-001
level    must
covers   create_dns_zone get_dns_zone set_dns_zone reset_dns_zone delete_dns_zone
source   "domains.opensrs.guide, pages on the DNS zone service"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < is_success = 0  response_code = 480
shop > create_dns_zone  domain=ek-bikes.com
       records.A.0.subdomain="" records.A.0.ip_address=192.0.2.1
       records.A.1.subdomain=www records.A.1.ip_address=192.0.2.2
       records.AAAA.0.subdomain=* records.AAAA.0.ipv6_address=2001:db8::1
       records.CNAME.0.subdomain=shop records.CNAME.0.hostname=shops.example
       records.MX.0.hostname=mx.ek-bikes.com records.MX.0.priority=10
       records.SRV.0.subdomain=_sip._tcp records.SRV.0.hostname=sip.ek-bikes.com
       records.SRV.0.port=5060 records.SRV.0.priority=1 records.SRV.0.weight=5
       records.TXT.0.text="v=spf1 mx -all"
     < response_code = 200  response_text = "Command Successful"
shop > create_dns_zone  domain=ek-bikes.com
     < is_success = 0  response_code = 485
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.records.A.0.subdomain = ""
     < attributes.records.A.0.ip_address = 192.0.2.1
     < attributes.records.A.1.subdomain = www
     < attributes.records.A.1.ip_address = 192.0.2.2
     < attributes.records.A.2 absent
     < attributes.records.AAAA.0.subdomain = *
     < attributes.records.AAAA.0.ipv6_address = 2001:db8::1
     < attributes.records.CNAME.0.hostname = shops.example
     < attributes.records.MX.0.priority = 10
     < attributes.records.SRV.0.subdomain = _sip._tcp
     < attributes.records.SRV.0.port = 5060
     < attributes.records.SRV.0.weight = 5
     < attributes.records.TXT.0.text = "v=spf1 mx -all"

# What is set takes the place of everything.
shop > set_dns_zone  domain=ek-bikes.com records.A.0.ip_address=192.0.2.7
     < response_code = 200
     < attributes.records.A.0.ip_address = 192.0.2.7
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.records.A.0.ip_address = 192.0.2.7
     < attributes.records.A.1 absent
     < attributes.records.TXT absent

# It was made from no template, so it is reset to nothing.
shop > reset_dns_zone  domain=ek-bikes.com
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.records.A absent
shop > delete_dns_zone  domain=ek-bikes.com
     < response_code = 200
     < attributes absent
shop > get_dns_zone  domain=ek-bikes.com
     < response_code = 480
shop > delete_dns_zone  domain=ek-bikes.com
     < response_code = 480
