version 1
scenario "A registry that takes contacts and nameservers together only, and answers later"
id       MODIFY-386
level    must
covers   sw_register update_all_info update_contacts advanced_update_nameservers modify get create
source   "domains.opensrs.guide/docs: update_all_info; update_contacts: not for .DK"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Lund" email=bert@lund.example
actor op     operator

ignore mail verification.request
ignore mail verification.reminder
ignore mail consent.sync

let two  0.fqdn=ns1.lund.example 1.fqdn=ns2.lund.example
let odd  0.fqdn=ns1.lund.example 0.ipaddress=192.0.2.300
let own  0.fqdn=ns1.ek-bikes.dk 0.ipaddress=192.0.2.1 1.fqdn=ns2.lund.example

shop > sw_register domain  domain=ek-bikes.dk contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 250
advance PT5M

# One by one they are refused, by each way there is.
shop > update_contacts domain  domain=ek-bikes.dk tech=@bert
     < is_success = 0  response_code = 465  response_text ~ update_all_info
shop > modify domain  domain=ek-bikes.dk data=contact_info tech=@bert
     < response_code = 465
shop > advanced_update_nameservers domain  domain=ek-bikes.dk op_type=assign assign_ns.0=ns1.lund.example
     < response_code = 465
shop > modify domain  domain=ek-bikes.dk data=nameserver_list nameserver_list.0.name=ns1.lund.example
     < response_code = 465

# What is missing, what makes no sense, and who may not.
shop > update_all_info domain  domain=ek-bikes.dk nameserver_list=@two
     < response_code = 460  response_text = "Required field 'contact_set' not provided"
shop > update_all_info domain  domain=ek-bikes.dk contacts=@bert
     < response_code = 460  response_text = "List of nameservers is not provided"
shop > update_all_info domain  domain=ek-bikes.dk owner=@bert admin=@bert tech=@bert nameserver_list=@two
     < response_code = 460
shop > update_all_info domain  domain=ek-bikes.dk contacts=@bert nameserver_list=@odd
     < response_code = 465  response_text = "Invalid data, error=<ipaddress '192.0.2.300'>"
shop > update_all_info domain  domain=ek-bikes.dk contacts=@bert nameserver_list=@own
     < response_code = 465  response_text = "Invalid data, error=<ipaddress '192.0.2.1'>"
mall > update_all_info domain  domain=ek-bikes.dk contacts=@bert nameserver_list=@two
     < response_code = 415  support_message exists
shop > add subuser  domain=ek-bikes.dk sub_username=sue sub_password=helper45 sub_permission=8
     < response_code = 200
shop > set cookie  domain=ek-bikes.dk reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
shop > update_all_info domain  ^cookie=$sue contacts=@bert nameserver_list=@two
     < response_code = 435

# Together they are taken, and are on file when the registry has answered.
shop > update_all_info domain  domain=ek-bikes.dk contacts=@bert nameserver_list=@two
     < is_success = 1  response_code = 250  attributes.waiting_requests_no = 1
mark asked
foreach case      when           email              ns                 code
  |     at-once   asked          anna@ek.example    ns1.systemdns.com  437
  |     a-second  asked+PT4M59S  anna@ek.example    ns1.systemdns.com  437
  |     answered  asked+PT5M     bert@lund.example  ns1.lund.example   250

  at $when
  shop > get domain  domain=ek-bikes.dk type=all_info
       < attributes.contact_set.owner.email = $email  attributes.contact_set.tech.email = $email
       < attributes.nameserver_list.0.name = $ns
  shop > update_all_info domain  domain=ek-bikes.dk contacts=@anna nameserver_list=@two
       < response_code = $code
end

# A no of the registry leaves all as it was.
advance PT5M
fault registry_reject  action=update_all_info times=1
shop > update_all_info domain  domain=ek-bikes.dk contacts=@anna nameserver_list=@two
     < response_code = 250
advance PT5M
state ek-bikes.dk  nameservers = ns1.lund.example
shop > get domain  domain=ek-bikes.dk type=owner
     < attributes.contact_set.owner.email = bert@lund.example

# Elsewhere it is one more way, at once; not past a lock.
shop > sw_register domain  domain=ek-bikes.com contacts=@anna
     < response_code = 200
shop > create nameserver  domain=ek-bikes.com name=ns1.ek-bikes.com ipaddress=192.0.2.1
     < response_code = 200
let glue  0.fqdn=ns1.ek-bikes.com 0.ipaddress=192.0.2.1 1.fqdn=ns2.lund.example
shop > update_all_info domain  domain=ek-bikes.com contacts=@bert nameserver_list=@glue
     < response_code = 200  response_text = "Command completed successfully"  attributes absent
shop > get domain  domain=ek-bikes.com type=nameservers
     < attributes.nameserver_list.0.name = ns1.ek-bikes.com  attributes.nameserver_list.1.name = ns2.lund.example
shop > get domain  domain=ek-bikes.com type=owner
     < attributes.contact_set.owner.email = bert@lund.example
shop > update_contacts domain  domain=ek-bikes.com tech=@anna
     < response_code = 200
shop > modify domain  domain=ek-bikes.com data=status lock_state=1
     < response_code = 200
shop > update_all_info domain  domain=ek-bikes.com contacts=@anna nameserver_list=@two
     < response_code = 405
shop > modify domain  domain=ek-bikes.com data=nameserver_list nameserver_list.0.name=ns1.lund.example
     < response_code = 405
