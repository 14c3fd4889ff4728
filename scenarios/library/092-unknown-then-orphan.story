version 1
scenario "The panel has given up, and then the registry says yes: an orphan that the reseller pays for"
id       ORDER-003
level    must
covers   sw_register get_order_info process_pending belongs_to_rsp get_domains_by_expiredate
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678
actor nic    registry

fault unknown_status  domain=cole.de then=never
panel > sw_register domain  domain=cole.de owner=@carl
      < response_code = 436
      < attributes.id -> $order
mark asked

# Three days are what this panel allows. Whether it still looks or not, the yes counts.
foreach case        when
  |     in-time     asked+P3D-PT1H
  |     too-late    asked+P3D+PT1H
  |     weeks-late  asked+P20D

  at $when
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = waiting
  panel > belongs_to_rsp domain  domain=cole.de
        < attributes.belongs_to_rsp = 0
  nic accept order=$order
  panel > belongs_to_rsp domain  domain=cole.de
        < attributes.belongs_to_rsp = 1
  panel > get_domains_by_expiredate domain  exp_from=2027-03-01 exp_to=2027-04-01
        < attributes.exp_domains.0.name = cole.de
  panel > process_pending domain  order_id=$order command=cancel
        < is_success = 0  response_code = 400
  state order $order    status = completed  held = no  debited = yes
  state reseller panel  balance = 978.00  held = 0.00
end
