version 1
scenario "What hung on a name is gone with it: who registers it next begins with nothing"
id       ZONE-006
covers   get_dns_zone set_dnssec_info create_domain_forwarding get_domain_forwarding get
source   "a name that is registered again is a new registration"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor op     operator
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com dns_template=*blank*
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < response_code = 200
shop > set_dnssec_info  domain=ek-bikes.com dnssec.0.key_tag=1 dnssec.0.algorithm=8 dnssec.0.digest_type=1
       dnssec.0.digest=0123456789abcdef0123456789abcdef01234567
     < response_code = 200
shop > create_domain_forwarding  domain=ek-bikes.com
     < response_code = 200
op edit domain=ek-bikes.com state=deleted
shop > get_dns_zone  domain=ek-bikes.com
     < response_code = 415

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < response_code = 480
shop > get_domain_forwarding  domain=ek-bikes.com
     < is_success = 0
shop > get  domain=ek-bikes.com type=dnssec
     < attributes.dnssec.0 absent

op edit domain=ek-bikes.com state=deleted
mall > sw_register domain  domain=ek-bikes.com
     < response_code = 200
mall > get_dns_zone  domain=ek-bikes.com
     < response_code = 480
mall > get_domain_forwarding  domain=ek-bikes.com
     < is_success = 0
mall > get  domain=ek-bikes.com type=dnssec
     < attributes.dnssec.0 absent

# A template that does not exist is none to register with.
shop > sw_register domain  domain=ek-shop.com dns_template=portfolio
     < is_success = 0  response_code = 478  response_text ~ "DNS template specified does not exist"
shop > lookup  domain=ek-shop.com
     < response_code = 210
