version 1
scenario "Without a handle the reseller's setting decides: carried out at once, or saved"
id       ORDER-017
level    must
covers   sw_register process_pending lookup
source   "sw_register", which obeys the flag; the vendor's help on orders: "Process Orders Immediately"

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor op     operator

foreach case         setting  handle   text                                          status     found  balance
  |     yes-none     yes      ""       "Domain registration successfully completed"  completed  211    971.25
  |     yes-process  yes      process  "Domain registration successfully completed"  completed  211    971.25
  |     yes-save     yes      save     "Order created"                               pending    210    1000.00
  |     no-none      no       ""       "Order created"                               pending    210    1000.00
  |     no-process   no       process  "Domain registration successfully completed"  completed  211    971.25
  |     no-save      no       save     "Order created"                               pending    210    1000.00

  op adjust reseller=@shop process_immediately=$setting
  shop > sw_register domain  domain=cole.io owner=@carl handle=$handle
       < response_code = 200  response_text = $text
       < attributes.id -> $order
       < attributes.admin_email = carl@cole.example
  state order $order   status = $status
  state reseller shop  balance = $balance
  shop > lookup domain  domain=cole.io
       < response_code = $found
end

# Saved orders are carried out one by one, whatever the setting is by then.
op adjust reseller=@shop process_immediately=no
shop > sw_register domain  domain=cole.io owner=@carl handle="" auto_renew=1 period=2
     < response_text = "Order created"
     < attributes.registration_code absent
     < attributes.id -> $order
advance P9D
shop > process_pending domain  order_id=$order
     < response_code = 200  response_text = "Domain registration successfully completed"
     < attributes.order_id = $order
     < attributes.f_auto_renew = Y
     < "attributes.registration expiration date" = "2028-03-11 09:00:00"
state cole.io  created = 2026-03-11T09:00:00Z  auto_renew = yes
