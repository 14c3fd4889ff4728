version 1
scenario "A new owner in the middle starts over with fifteen full days, and the old link is dead"
id       VERIFY-009
level    must
covers   sw_register update_contacts get_registrant_verification_status
source   "Registrant Verification FAQs", Q6 Q23; ICANN counts from each change

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@anna billing=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
mail anna within P5D   type = verification.reminder
mail anna within P5D   type = verification.reminder
at start+P12D
shop > update_contacts domain  domain=ek-bikes.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request  at = 2026-05-16T15:20:00Z
mail anna none
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.registrant_verification_status = verifying
     < attributes.days_to_suspend = 15
     < attributes.verification_deadline = "2026-06-01 05:00:00"
anna verify domain=ek-bikes.com
     < ^status = 409
     < error.code = link_dead
state ek-bikes.com  verification.status = verifying

# Nothing of the first run fires into the second.
at 2026-05-20T05:00:00Z
state ek-bikes.com  verification.status = verifying  status != clientHold
mail bert within P5D  type = verification.reminder  at = 2026-05-21T05:00:00Z
mail bert within P5D  type = verification.reminder  at = 2026-05-26T05:00:00Z
mail bert within P3D  type = verification.reminder  at = 2026-05-29T05:00:00Z

foreach case    when                  status     suspended
  |     before  2026-06-01T04:59:59Z  verifying  -
  |     at      2026-06-01T05:00:00Z  suspended  PT0S
  |     after   2026-06-01T05:00:01Z  suspended  PT0S

  at $when
  mail bert within $suspended  type = verification.suspended
  state ek-bikes.com  verification.status = $status
  bert verify
  state ek-bikes.com  verification.status = verified  status != clientHold
end
