version 1
scenario "A registry has to know a nameserver: asked, told, and asked again"
id       NAMESERVER-003
level    must
covers   registry_check_nameserver registry_add_ns create
source   "domains.opensrs.guide, registry_add_ns and registry_check_nameserver; github.com/upmind-automation, Provider.php"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.com
     < is_success = 0  response_code = 212
shop > registry_add_ns nameserver  fqdn=ns1.host.example tld=com all=0
     < response_code = 200
     < attributes.NSI = "Successfully added."
shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.com
     < is_success = 1  response_code = 200

# One registry for two TLDs; another one knows nothing of it.
shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.net
     < response_code = 200
shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.org
     < response_code = 212
shop > registry_add_ns nameserver  fqdn=ns1.host.example tld=.org all=1
     < attributes.ISOC/PIR = "Successfully added."
     < attributes.Afilias = "Successfully added."
     < attributes.NSI ~ "^Couldn't add nameserver"
     < attributes.DENIC ~ "Registry doesn't support nameserver as a separate object"
shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.org
     < response_code = 200
shop > registry_check_nameserver nameserver  fqdn=ns1.host.example tld=.nosuch
     < is_success = 0  response_code = 701
shop > registry_check_nameserver nameserver  tld=.com
     < response_code = 460  response_text = "Missing required field: fqdn"
shop > registry_add_ns nameserver  fqdn=ns1.host.example tld=.com
     < response_code = 460

# One that is created is known at its registry, and where else it is asked for.
shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
       add_to_all_registry=.org
     < response_code = 200
shop > registry_check_nameserver nameserver  fqdn=ns1.ek-bikes.com
     < response_code = 200
shop > registry_check_nameserver nameserver  fqdn=ns1.ek-bikes.com tld=.org
     < response_code = 200
shop > registry_check_nameserver nameserver  fqdn=ns1.ek-bikes.com tld=.info
     < response_code = 212
