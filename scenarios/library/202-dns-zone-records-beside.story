version 1
scenario "Clients that leave out the map around the records are understood as well"
id       ZONE-002
covers   create_dns_zone set_dns_zone get_dns_zone
source   "github.com/OpenSRS/osrs-toolkit-php, dnszone; github.com/OpenSRS/WHMCS-OpenSRSPro-Module, dnsSet.php"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200

foreach case    first                   second
  |     within  records.A.0.ip_address  records.MX.0
  |     beside  A.0.ip_address          MX.0

  shop > create_dns_zone  domain=ek-bikes.com $first=192.0.2.1
       < response_code = 200
  shop > get_dns_zone  domain=ek-bikes.com
       < attributes.records.A.0.ip_address = 192.0.2.1
       < attributes.records.A.0.subdomain = ""
  shop > set_dns_zone  domain=ek-bikes.com $second.hostname=mx.example.org $second.priority=5
       < response_code = 200
  shop > get_dns_zone  domain=ek-bikes.com
       < attributes.records.A absent
       < attributes.records.MX.0.hostname = mx.example.org
end
