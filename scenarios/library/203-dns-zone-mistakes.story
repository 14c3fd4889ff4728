version 1
scenario "A record that makes no sense is refused by name, and nothing of the request is kept"
id       ZONE-003
covers   create_dns_zone set_dns_zone get_dns_zone
source   "domains.opensrs.guide, pages on the DNS zone service; the limits are those of the DNS"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > create_dns_zone  domain=ek-bikes.com records.A.0.ip_address=192.0.2.1
     < response_code = 200

foreach case         field                value        says
  |     no-octet     A.0.ip_address       192.0.2.256  "A record 1: ip_address"
  |     six-in-four  A.0.ip_address       2001:db8::1  "A record 1: ip_address"
  |     four-in-six  AAAA.0.ipv6_address  192.0.2.1    "AAAA record 1: ipv6_address"
  |     one-label    CNAME.0.hostname     mail         "CNAME record 1: hostname"
  |     missing      MX.0.hostname        mx.ek.com    "MX record 1: priority is missing"
  |     too-much     MX.0.priority        65536        "MX record 1"
  |     no-weight    SRV.0.port           5060         "SRV record 1: hostname is missing"
  |     no-kind      CAA.0.value          x            "CAA is no list of records"

  shop > set_dns_zone  domain=ek-bikes.com records.TXT.0.text=kept records.$field=$value
       < is_success = 0  response_code = 465
       < response_text ~ $says
  shop > get_dns_zone  domain=ek-bikes.com
       < attributes.records.A.0.ip_address = 192.0.2.1
       < attributes.records.TXT absent
end

# An alias stands alone, and nothing stands twice.
shop > set_dns_zone  domain=ek-bikes.com records.A.0.subdomain=www records.A.0.ip_address=192.0.2.1
       records.CNAME.0.subdomain=WWW records.CNAME.0.hostname=a.example
     < response_code = 465
shop > set_dns_zone  domain=ek-bikes.com records.A.0.ip_address=192.0.2.1 records.A.1.ip_address=192.0.2.1
     < response_code = 465
shop > set_dns_zone  domain=ek-bikes.com
     < response_code = 460
shop > set_dns_zone  domain=ek-bikes.com records=""
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.records.A absent
