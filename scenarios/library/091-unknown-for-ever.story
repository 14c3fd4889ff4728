version 1
scenario "A registry never answers: the panel gives its customer the money back, and the order still holds ours"
id       ORDER-002
level    must
covers   sw_register get_order_info process_pending lookup
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678

# Three days are what this panel allows; the guide leaves that to it.
fault unknown_status  domain=cole.de then=never
panel > sw_register domain  domain=cole.de owner=@carl
      < is_success = 0  response_code = 436
      < attributes.id -> $order
mark asked

foreach case     when
  |     hour     asked+PT1H
  |     almost   asked+P3D-PT1S
  |     allowed  asked+P3D
  |     month    asked+P31D
  |     years    asked+P365D

  at $when
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = waiting
  state order $order  held = yes  debited = no
  panel > lookup domain  domain=cole.de
        < response_code = 221
  # What a registry was asked, nobody else can take back.
  panel > process_pending domain  order_id=$order command=cancel
        < is_success = 0  response_code = 400
  panel > process_pending domain  order_id=$order
        < is_success = 0  response_code = 400
  state reseller panel  balance = 1000.00  held = 22.00
end
