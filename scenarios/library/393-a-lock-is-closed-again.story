version 1
scenario "A lock that a bulk change opens is closed again, whether the registry does the change, refuses it or takes its time"
id       BULK-393
level    must
covers   submit get
source   "github.com/OpenSRS/osrs-toolkit-php, bulkchange"

world
  clock   2026-05-04T15:20:00Z

actor op     operator
actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bea    person  name="Bea Branch" email=bea@branch.example

ignore mail verification.request
ignore mail verification.reminder
ignore mail bulk.report

shop > sw_register domain  domain=one.com owner=@anna f_lock_domain=1
     < response_code = 200

# Refused: nothing changes, nor does the lock.
fault registry_reject  action=UPDATE_CONTACTS
shop > submit bulk_change  change_type=domain_contacts contacts.0.type=admin contacts.0.set.first_name=Bea contacts.0.set.last_name=Branch contacts.0.set.org_name="Branch Inc." contacts.0.set.address1="1 Leaf Lane" contacts.0.set.city=Singapore contacts.0.set.country=SG contacts.0.set.postal_code=049315 contacts.0.set.phone=+65.61234567 contacts.0.set.email=bea@branch.example apply_to_locked_domains=1 change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get domain  domain=one.com type=status
     < attributes.lock_state = 1
state one.com  contacts.admin.email = anna@ek.example

# At an asynchronous registry: locked while the change waits, and when it is done.
op policy tld.com.registry=async tld.com.registry_delay=PT2H
shop > submit bulk_change  change_type=whois_privacy op_type=enable apply_to_locked_domains=Y change_items.0=one.com
     < response_code = 200
advance PT1H
shop > get domain  domain=one.com type=status
     < attributes.lock_state = 1
shop > get domain  domain=one.com type=whois_privacy_state
     < attributes.state = enabling
advance PT2H
shop > get domain  domain=one.com type=whois_privacy_state
     < attributes.state = enabled
shop > get domain  domain=one.com type=status
     < attributes.lock_state = 1
