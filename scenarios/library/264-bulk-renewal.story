version 1
scenario "Renewals in bulk cost what they cost one by one, as long as there is money"
id       BULK-264
level    must
covers   submit get_balance get_orders_by_domain
source   "domains.opensrs.guide/docs/submit-bulk_change; domains.opensrs.guide/docs/renew-domain"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=50.00
actor mall   reseller
actor anna   person    name="Anna Ek" email=anna@ek.example
actor ops    person    name="Operations" email=ops@shop.example
actor op     operator

ignore mail verification.request
ignore mail verification.reminder

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=two.com owner=@anna
     < response_code = 200
mall > sw_register domain  domain=theirs.com owner=@anna
     < response_code = 200
op adjust reseller=@shop balance=20.00

shop > submit bulk_change  change_type=domain_renew period=1 auto_renew=1 change_items.0=one.com change_items.1=theirs.com change_items.2=two.com contact_email=ops@shop.example
     < response_code = 200
mail ops within PT1H  type = bulk.report  subject ~ "1 of 3 names"
       text ~ "one.com: 200 Command completed successfully"
       text ~ "theirs.com: 480 Domain not found."  text ~ "two.com: 440 Renewal Failed: over quota"
event RENEWED within PT0S  domain_name = one.com  period = 1
state one.com  expires = 2028-05-04T15:20:00Z  auto_renew = yes
state two.com  expires = 2027-05-04T15:20:00Z  auto_renew = no
shop > get_balance
     < attributes.balance = 8.38

# The order that was short of funds waits to be tried again, as after a renewal by hand.
shop > get_orders_by_domain domain  domain=two.com
     < attributes.orders.0.type = renewal  attributes.orders.0.status = pending
op adjust reseller=@shop balance=20.00
shop > submit bulk_change  change_type=domain_renew let_expire=1 change_items.0=two.com contact_email=ops@shop.example
     < response_code = 200
mail ops within PT1H  type = bulk.report
state two.com  let_expire = yes  expires = 2027-05-04T15:20:00Z
shop > get_balance
     < attributes.balance = 20.00
