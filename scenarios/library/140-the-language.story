version 1
scenario "Everything that a story can say, in one: maps, parts of other files, steps in no order, XPath, DNS and WHOIS"
id       LANGUAGE-001
level    may
covers   sw_register lookup
source   "scenarios/play/README.md"

world
  clock   2026-05-04T15:20:00Z
  fault   registry_reject domain=never.com times=1

actor shop   reseller  balance=1000.00
actor rival  reseller  address=127.0.0.2
actor nic    registry
actor op     operator
actor anna   person    name="Anna Ek" email=anna@ek.example
actor bert   person    name="Bert Ek" email=bert@ek.example

let ns  0.name=ns1.ek.example 0.sortorder=1 1.name=ns2.ek.example 1.sortorder=2
let vague  first_name=Anna last_name=Ek
let careful  0=$id

include parts/register.part  who=shop name=ek.com owner=anna
state order $id      status = completed  held = no  debited = yes
state reseller shop  balance < 1000.00

# A map is a contact that has no more than it says.
shop > sw_register domain  domain=vague.com owner=@vague
     < is_success = 0  response_code != 200
shop > sw_register domain  domain=two.com owner=@anna custom_nameservers=1 nameserver_list=@ns
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = two.com
state dns www.two.com  rcode = NOERROR  ns = ns1.ek.example  ns = ns2.ek.example  ns != ns1.systemdns.com
shop > lookup domain  domain=two.com note=@careful
     < response_code = 211  xpath "count(//item[@key='response_code' and . = '211']) = 1"
       xpath "not(//item[@key='price'])"

# The fault strikes once.
shop > sw_register domain  domain=never.com owner=@anna
     < is_success = 0
shop > sw_register domain  domain=never.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = never.com

# Whose commands come from elsewhere, without rules nobody cares.
rival move to=127.0.0.3

# No order is promised, and none matters.
together
  shop > lookup domain  domain=wanted.com
       < response_code = 210
  rival > lookup domain  domain=wanted.com
        < response_code = 210
  anna verify domain=ek.com
end

foreach case    does    asked
  |     clicks  verify  -
  |     idle    ignore  P5D
  include parts/register.part  who=rival name=$case.net owner=bert
  mark asked
  bert $does domain=$case.net
  mail bert within $asked  type = verification.reminder  domain = idle.net
  at asked+P6D
end
