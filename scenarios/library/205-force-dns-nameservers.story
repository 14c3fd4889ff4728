version 1
scenario "A zone is asked only where the name points to the vendor's nameservers; a name can be made to"
id       ZONE-005
covers   create_dns_zone get_dns_zone force_dns_nameservers get
source   "domains.opensrs.guide, pages on the DNS zone service; the event catalogue"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com custom_nameservers=1
       nameserver_list.0.name=ns1.elsewhere.example nameserver_list.0.sortorder=1
     < response_code = 200
event REGISTERED within PT0S  domain_name = ek-bikes.com
shop > force_dns_nameservers  domain=ek-bikes.com
     < is_success = 0  response_code = 480
shop > create_dns_zone  domain=ek-bikes.com records.A.0.ip_address=192.0.2.1
     < response_code = 200
     < attributes.nameservers_ok = 0
state ek-bikes.com  nameservers = ns1.elsewhere.example
shop > force_dns_nameservers  domain=ek-bikes.com
     < response_code = 200
     < attributes.nameservers_ok = 1
event NAMESERVER_UPDATE within PT0S  domain_name = ek-bikes.com
        nameserver_list = "ns1.systemdns.com ns2.systemdns.com ns3.systemdns.com"
shop > get_dns_zone  domain=ek-bikes.com
     < attributes.nameservers_ok = 1
     < attributes.records.A.0.ip_address = 192.0.2.1
shop > get  domain=ek-bikes.com type=nameservers
     < attributes.nameserver_list.0.name = ns1.systemdns.com
     < attributes.nameserver_list.2.name = ns3.systemdns.com

# So it was already: nothing happens.
shop > force_dns_nameservers  domain=ek-bikes.com
     < response_code = 200
event NAMESERVER_UPDATE none

# The zone goes, the delegation stays.
shop > delete_dns_zone  domain=ek-bikes.com
     < response_code = 200
state ek-bikes.com  nameservers = "ns1.systemdns.com ns2.systemdns.com ns3.systemdns.com"
