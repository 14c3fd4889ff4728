version 1
scenario "A registry gives no clear answer; a panel that asks every hour finds out"
id       ORDER-001
level    must
covers   sw_register get_order_info lookup get_orders_by_domain
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678

# The customer has paid the panel already. Here the price is only held, until the registry has said yes.
foreach case         after    first      second     third      fourth
  |     after-35min  PT35M    completed  completed  completed  completed
  |     at-the-hour  PT1H     completed  completed  completed  completed
  |     just-missed  PT1H1S   waiting    completed  completed  completed
  |     after-3h10   PT3H10M  waiting    waiting    waiting    completed

  fault unknown_status  domain=cole.de then=accept after=$after
  panel > sw_register domain  domain=cole.de owner=@carl
        < is_success = 0  response_code = 436
        < attributes.id -> $order
  state order $order    status = waiting  held = yes  debited = no
  state reseller panel  balance = 1000.00  held = 22.00
  panel > lookup domain  domain=cole.de
        < response_code = 221

  advance PT1H
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $first
  advance PT1H
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $second
  advance PT1H
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $third
  advance PT1H
  panel > get_orders_by_domain domain  domain=cole.de
        < attributes.orders.0.id = $order
        < attributes.orders.0.status = $fourth

  state order $order    held = no  debited = yes
  state reseller panel  balance = 978.00  held = 0.00
  panel > lookup domain  domain=cole.de
        < response_code = 211
  event REGISTERED within PT0S  domain_name = cole.de
end
