version 1
scenario "Any command may be sent for a sub-reseller: the name is its own, and so is the money"
id       RESELLER-261
level    must
covers   create pay sw_register get get_balance renew
source   "domains.opensrs.guide/docs/acting-on-behalf-of-sub-resellers; github.com/OpenSRS/osrs-toolkit-php, SubresellerActing.php"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor bea    person    name="Bea Branch" email=bea@branch.example
actor anna   person    name="Anna Ek" email=anna@ek.example

ignore mail verification.request
ignore mail verification.reminder

shop > create subreseller  username=offshoot password=secret12 ccp_enabled=N pricing_plan=7 status=active low_balance_email=low@branch.example system_status_email=status@branch.example admin=@bea tech=@bea
     < response_code = 200

# Without money of its own it buys nothing, whatever its parent has.
shop > sw_register domain  domain=twig.com owner=@anna as_subreseller=offshoot
     < response_code = 200  attributes.forced_pending -> $order
state order $order   status = pending
state reseller shop  balance = 100.00

shop > pay subreseller  username=offshoot amount=40.00
     < response_code = 200  attributes.balance = 40.00
shop > process_pending domain  order_id=$order as_subreseller=offshoot
     < response_code = 200
state reseller offshoot  balance = 28.38
state reseller shop      balance = 60.00
state twig.com           reseller = offshoot

# The parent has no such name; it asks as the one who has.
shop > get domain  domain=twig.com type=status
     < response_code = 415
shop > renew domain  domain=twig.com currentexpirationyear=2027 period=1
     < response_code = 480
shop > get domain  domain=twig.com type=status as_subreseller=offshoot
     < response_code = 200
shop > renew domain  domain=twig.com currentexpirationyear=2027 period=1 handle=process as_subreseller=offshoot
     < response_code = 200
shop > get_balance  as_subreseller=offshoot
     < attributes.balance = 16.76
shop > get_balance
     < attributes.balance = 60.00

# Nobody acts for the sub-reseller of another, or for a reseller.
mall > get domain  domain=twig.com type=status as_subreseller=offshoot
     < response_code = 480  response_text = "Sub-reseller not found."
mall > get_balance  as_subreseller=shop
     < response_code = 480

# Those whom a setting shuts out can still be acted for.
shop > modify subreseller  username=offshoot status=locked
     < response_code = 200
state reseller offshoot  status = locked
shop > get domain  domain=twig.com type=status as_subreseller=offshoot
     < response_code = 200
