version 1
scenario "Orders and notes of a name, newest first, page by page"
id       ORDER-023
level    must
covers   sw_register get_orders_by_domain get_notes
source   "get_orders_by_domain", "get_notes" and recorded reply of the test system, 2011

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor mall   reseller
actor carl   person    name="Carl Cole" email=carl@cole.example

shop > sw_register domain  domain=cole.io owner=@carl handle=save
     < attributes.id -> $first
at 2026-03-04T04:59:59Z
shop > sw_register domain  domain=cole.io owner=@carl auto_renew=1
     < attributes.id -> $second

foreach case      key         value       total
  |     all       page        1           2
  |     done      status      completed   1
  |     gone      status      cancelled   1
  |     waiting   status      waiting     0
  |     new       type        new         2
  |     renewals  type        renewal     0
  |     from      order_from  2026-03-03  1
  |     to        order_to    2026-03-02  1
  |     late      order_from  2026-03-04  0

  shop > get_orders_by_domain domain  domain=cole.io $key=$value
       < response_code = 200
       < attributes.total = $total  attributes.page_size = 40
end

shop > get_orders_by_domain domain  domain=cole.io
     < attributes.orders.0.id = $second
     < attributes.orders.0.order_date = "03-MAR-2026 23:59:59"
     < attributes.orders.1.id = $first
     < attributes.orders.1.status = cancelled
shop > get_orders_by_domain domain  domain=cole.io limit=1 page=2
     < attributes.orders.0.id = $first
     < attributes.orders.1 absent
     < attributes.total = 2  attributes.page = 2

shop > get_notes domain  domain=cole.io type=domain
     < response_code = 200
     < attributes.total = 5
     < attributes.notes.0.note ~ "Domain Registration .1 year: .28.75."
     < attributes.notes.1.note = "Domain set to Auto Renew."
     < attributes.notes.2.note = "Domain registration successfully completed."
     < attributes.notes.2.timestamp = "03-MAR-2026 23:59:59"
shop > get_notes domain  domain=cole.io type=order order_id=$first
     < attributes.total = 2
     < attributes.notes.0.note ~ cancelled
     < attributes.notes.1.note ~ saved
mall > get_notes domain  domain=cole.io type=domain
     < is_success = 0  response_code = 480
mall > get_orders_by_domain domain  domain=cole.io
     < attributes.total = 0
