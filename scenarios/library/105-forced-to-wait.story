version 1
scenario "Whatever keeps an order from being carried out leaves it pending, and says so"
id       ORDER-016
level    must
covers   sw_register get_notes process_pending
source   the words "Domain taken" in a recorded reply of the test system, 2011; Net::DRI, t/639.t

world
  clock   2026-03-02T09:00:00Z
  domain  taken.io registrar=elsewhere
  fault   registry_reject domain=refused.io times=1
  fault   registry_reject domain=invalid.io times=1 code=435 text="Request failed validation"

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example

# Nothing to sell, and that stays so.
shop > sw_register domain  domain=taken.io owner=@carl
     < is_success = 0  response_code = 485  response_text = "Domain taken"
     < attributes.forced_pending -> $order
state order $order  status = pending
shop > process_pending domain  order_id=$order
     < is_success = 0  response_code = 485
     < attributes.forced_pending = $order
shop > get_notes domain  domain=taken.io type=order order_id=$order
     < attributes.total = 2
     < attributes.notes.0.note ~ "nothing to sell"

# The registry refuses, in its own words and with its own code where it has any; the next day it is in a better mood.
foreach case     domain      code  text                                    note
  |     usual    refused.io  405   "Registry error: registration refused"  "refused by the registry"
  |     its-own  invalid.io  435   "Request failed validation"             "Request failed validation"

  shop > sw_register domain  domain=$domain owner=@carl
       < is_success = 0  response_code = $code  response_text = $text
       < attributes.registration_text = $text
       < attributes.registration_code = $code
       < attributes.forced_pending -> $order
       < attributes.id = $order
  state order $order  status = pending  held = no  debited = no
  shop > get_notes domain  domain=$domain type=domain
       < attributes.notes.0.note ~ $note
  advance P1D
  shop > process_pending domain  order_id=$order
       < response_code = 200
       < attributes.order_id = $order
  state order $order  status = completed  debited = yes
  shop > get_notes domain  domain=$domain type=order order_id=$order
       < attributes.total = 3
end
