version 1
scenario "What the reply to a registration adds: a lock, privacy, orders that it replaces"
id       ORDER-306
level    must
covers   sw_register
source   "sw_register" : whois_privacy_state, whois_privacy, cancelled_orders; Net::DRI; github.com/carbon/OpenSrs

world
  clock   2026-05-04T15:20:00Z
  domain  taken.com registrar=elsewhere

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

foreach case          options        text
  |     as-in-2010    lock_first     "Domain registration successfully completed Domain successfully locked. Whois Privacy successfully enabled."
  |     as-elsewhere  privacy_first  "Domain registration successfully completed. WHOIS Privacy successfully enabled. Domain successfully locked."

  op policy reply.options=$options
  shop > sw_register domain  domain=ek-bikes.com owner=@anna f_lock_domain=1 f_whois_privacy=1
       < response_text = $text
       < attributes.registration_text = $text
end

# Names that have no privacy.
shop > sw_register domain  domain=ek-bikes.ca owner=@anna admin=@anna tech=@anna f_whois_privacy=1
     < response_code = 200
     < attributes.whois_privacy_state = disabled
     < attributes.whois_privacy absent
op policy reply.whois_privacy=order
shop > sw_register domain  domain=ek-cars.ca owner=@anna admin=@anna tech=@anna f_whois_privacy=1
     < response_code = 200
     < attributes.whois_privacy_state absent
     < attributes.whois_privacy.response_code = 300
     < attributes.whois_privacy.is_success = 0

# An order that is kept against the wish replaces an earlier one, too.
shop > sw_register domain  domain=taken.com owner=@anna
     < response_code = 485
     < attributes.forced_pending -> $first
     < attributes.cancelled_orders absent
shop > sw_register domain  domain=taken.com owner=@anna
     < response_code = 485
     < attributes.cancelled_orders.0 = $first
     < attributes.forced_pending -> $second
state order $first   status = cancelled
state order $second  status = pending
