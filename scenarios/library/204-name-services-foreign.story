version 1
scenario "Zones, DS records and forwarding belong to whoever holds the name: all others are sent to their reseller"
id       ZONE-004
level    must
covers   create_dns_zone get_dns_zone set_dns_zone reset_dns_zone delete_dns_zone force_dns_nameservers set_dnssec_info create_domain_forwarding get_domain_forwarding set_domain_forwarding delete_domain_forwarding
source   "OpenSRS API Integration for XML, page 45; github.com/deaduseful/opensrs-lookup"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > create_dns_zone  domain=ek-bikes.com records.A.0.ip_address=192.0.2.1
     < response_code = 200

foreach case    action                    key         value
  |     create  create_dns_zone           x           y
  |     get     get_dns_zone              x           y
  |     set     set_dns_zone              records     ""
  |     reset   reset_dns_zone            x           y
  |     delete  delete_dns_zone           x           y
  |     force   force_dns_nameservers     x           y
  |     keys    set_dnssec_info           dnssec      ""
  |     new     create_domain_forwarding  x           y
  |     read    get_domain_forwarding     x           y
  |     write   set_domain_forwarding     forwarding  ""
  |     end     delete_domain_forwarding  x           y

  mall > $action domain  domain=ek-bikes.com $key=$value
       < is_success = 0  response_code = 415  response_text ~ "contact your reseller"
       < support_message = ""
  mall > $action domain  domain=nobody-has-this.com $key=$value
       < response_code = 415
  mall > $action domain  domain=example.com $key=$value
       < response_code = 415
  mall > $action domain  $key=$value
       < response_code = 460
  mall > $action domain  $key=$value ^cookie=1:2
       < response_code = 415
  shop > get_dns_zone  domain=ek-bikes.com
       < attributes.records.A.0.ip_address = 192.0.2.1
end
