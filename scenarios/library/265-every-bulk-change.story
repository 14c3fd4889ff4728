version 1
scenario "Each type of bulk change does what its command does, and minds a lock or opens it for a moment"
id       BULK-265
level    must
covers   submit get get_dns_zone get_domain_forwarding
source   "github.com/OpenSRS/osrs-toolkit-php, bulkchange; inferred words of dns_action"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bea    person  name="Bea Branch" email=bea@branch.example
actor ops    person  name="Operations" email=ops@shop.example

ignore mail verification.request
ignore mail verification.reminder
ignore mail bulk.report

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200

# Look-ups.
shop > submit bulk_change  change_type=availability_check change_items.0=one.com change_items.1=free.com contact_email=ops@shop.example
     < response_code = 200
mail ops within PT1H  type = bulk.report
       text ~ "one.com: 211 Domain taken"  text ~ "free.com: 210 Domain available"

# Nameservers, all anew and some of them.
shop > submit bulk_change  change_type=domain_nameservers op_type=assign assign_ns.0=ns1.systemdns.com assign_ns.1=ns3.systemdns.com change_items.0=one.com
     < response_code = 200
event NAMESERVER_UPDATE within PT1H  domain_name = one.com
state dns one.com  ns = "ns1.systemdns.com ns3.systemdns.com"
shop > submit bulk_change  change_type=domain_nameservers op_type=add_remove add_ns.0=ns2.systemdns.com remove_ns.0=ns3.systemdns.com change_items.0=one.com
     < response_code = 200
event NAMESERVER_UPDATE within PT1H  domain_name = one.com
state dns one.com  ns = "ns1.systemdns.com ns2.systemdns.com"

# Contacts.
shop > submit bulk_change  change_type=domain_contacts contacts.0.type=admin contacts.0.set.first_name=Bea contacts.0.set.last_name=Branch contacts.0.set.org_name="Branch Inc." contacts.0.set.address1="1 Leaf Lane" contacts.0.set.city=Singapore contacts.0.set.country=SG contacts.0.set.postal_code=049315 contacts.0.set.phone=+65.61234567 contacts.0.set.email=bea@branch.example change_items.0=one.com
     < response_code = 200
advance PT1H
state one.com  contacts.admin.email = bea@branch.example  contacts.owner.email = anna@ek.example

# Privacy, parked page, forwarding.
shop > submit bulk_change  change_type=whois_privacy op_type=enable change_items.0=one.com
     < response_code = 200
shop > submit bulk_change  change_type=domain_parked_pages op_type=enable change_items.0=one.com
     < response_code = 200
shop > submit bulk_change  change_type=domain_forwarding op_type=enable change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get domain  domain=one.com type=whois_privacy_state
     < attributes.state = enabled
shop > get domain  domain=one.com type=status
     < attributes.parkp_status = on
shop > get_domain_forwarding domain  domain=one.com
     < response_code = 200

# Zones and their records.
shop > submit bulk_change  change_type=dns_zone apply_to_domains=all dns_action=create change_items.0=one.com
     < response_code = 200
shop > submit bulk_change  change_type=dns_zone_record dns_action=add dns_record_type=A dns_record_data.subdomain=www dns_record_data.ip_address=192.0.2.1 change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get_dns_zone domain  domain=one.com
     < attributes.records.A.0.ip_address = 192.0.2.1
shop > submit bulk_change  change_type=dns_zone_record dns_action=remove dns_record_type=A dns_record_data.subdomain=www change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get_dns_zone domain  domain=one.com
     < response_code = 200  attributes.records.A.0.ip_address absent
shop > submit bulk_change  change_type=dns_zone apply_to_domains=all dns_action=delete change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get_dns_zone domain  domain=one.com
     < response_code = 480

# A locked name.
shop > modify domain  domain=one.com data=status lock_state=1
     < response_code = 200
foreach case    flag  ns
  |     minded  0     "ns1.systemdns.com ns2.systemdns.com"
  |     opened  1     "ns1.systemdns.com ns4.systemdns.com"

  shop > submit bulk_change  change_type=domain_nameservers op_type=assign assign_ns.0=ns1.systemdns.com assign_ns.1=ns4.systemdns.com apply_to_locked_domains=$flag change_items.0=one.com
       < response_code = 200
  advance PT1H
  state dns one.com  ns = $ns
  state one.com      locked = yes
end
