version 1
scenario "Forwarding is ordered for a name, filled, replaced and ended"
id       FORWARDING-001
covers   create_domain_forwarding get_domain_forwarding set_domain_forwarding delete_domain_forwarding
source   "github.com/OpenSRS/WHMCS-OpenSRSPro-Module, dnszone; github.com/OpenSRS/osrs-toolkit-php"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > get_domain_forwarding  domain=ek-bikes.com
     < is_success = 0  response_text = "Domain forwarding not found for domain"
shop > set_domain_forwarding  domain=ek-bikes.com forwarding.0.destination_url=http://a.example/
     < is_success = 0
shop > create_domain_forwarding  domain=ek-bikes.com
     < response_code = 200
shop > create_domain_forwarding  domain=ek-bikes.com
     < is_success = 0  response_code = 485
shop > set_domain_forwarding  domain=ek-bikes.com
       forwarding.0.subdomain=www forwarding.0.destination_url="https://shops.example/ek?from=www&x=1"
       forwarding.0.masked=1 forwarding.0.title="Ek Bikes" forwarding.0.keywords="bikes, Lund"
       forwarding.1.destination_url=http://a.example/ forwarding.1.enabled=0
     < response_code = 200
shop > get_domain_forwarding  domain=ek-bikes.com
     < attributes.forwarding.0.subdomain = www
     < attributes.forwarding.0.destination_url = "https://shops.example/ek?from=www&x=1"
     < attributes.forwarding.0.enabled = 1
     < attributes.forwarding.0.masked = 1
     < attributes.forwarding.0.title = "Ek Bikes"
     < attributes.forwarding.1.subdomain = ""
     < attributes.forwarding.1.enabled = 0
     < attributes.forwarding.2 absent

foreach case    field            value
  |     no-url  destination_url  shops.example
  |     scheme  destination_url  mailto:x@y.example
  |     flag    enabled          maybe
  |     host    subdomain        "a b"

  shop > set_domain_forwarding  domain=ek-bikes.com
         forwarding.0.title=x forwarding.0.destination_url=http://b.example/ forwarding.0.$field=$value
       < is_success = 0  response_code = 465
  shop > get_domain_forwarding  domain=ek-bikes.com
       < attributes.forwarding.0.title = "Ek Bikes"
end

shop > delete_domain_forwarding  domain=ek-bikes.com
     < response_code = 200
shop > get_domain_forwarding  domain=ek-bikes.com
     < is_success = 0
