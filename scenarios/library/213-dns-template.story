version 1
scenario "A zone begins with a template, and can be brought back to it"
id       ZONE-007
covers   create_dns_zone set_dns_zone reset_dns_zone get_dns_zone sw_register
source   "domains.opensrs.guide, create_dns_zone and sw_register: dns_template; github.com/carbon/OpenSrs"

world
  clock   2026-05-04T15:20:00Z
  domain  ek-model.com reseller=@shop

actor shop   reseller
actor mall   reseller
actor op     operator
ignore mail verification.request

shop > create_dns_zone  domain=ek-model.com records.A.0.subdomain=www records.A.0.ip_address=192.0.2.1
     < response_code = 200
op template reseller=@shop name=web from=ek-model.com

# With the name itself, and without it.
shop > sw_register domain  domain=ek-bikes.com dns_template=web
     < response_code = 200
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.records.A.0.ip_address = 192.0.2.1
shop > sw_register domain  domain=ek-shop.com
     < response_code = 200
shop > get_dns_zone  domain=ek-shop.com
     < response_code = 480
shop > create_dns_zone  domain=ek-shop.com dns_template=web
     < response_code = 200
     < attributes.records.A.0.subdomain = www

# Whatever becomes of it, it can be brought back.
shop > set_dns_zone  domain=ek-bikes.com records.TXT.0.text=x
     < response_code = 200
     < attributes.records.A absent
shop > reset_dns_zone  domain=ek-bikes.com
     < response_code = 200
     < attributes.records.TXT absent
     < attributes.records.A.0.ip_address = 192.0.2.1
shop > reset_dns_zone  domain=ek-bikes.com dns_template=blank
     < attributes.records.A absent

# Another reseller's templates are none.
mall > sw_register domain  domain=ek-mall.com dns_template=web
     < is_success = 0  response_code = 478  response_text ~ "DNS template specified does not exist"
mall > sw_register domain  domain=ek-mall.com
     < response_code = 200
mall > create_dns_zone  domain=ek-mall.com dns_template=web
     < is_success = 0  response_code = 478
shop > set_dns_zone  domain=ek-bikes.com dns_template=none
     < response_code = 478
