version 1
scenario "Midnight is UTC-5 all year, or Toronto's with its summer time where the policy says so"
id       VERIFY-021
level    should
covers   sw_register
source   "Registrant Verification FAQs", Q24: EST, or EDT in summer, is never said

world
  clock   2026-01-01T00:00:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder
ignore mail verification.request

foreach case              zone     born                  deadline
  |     est-winter        EST      2026-01-06T19:20:00Z  2026-01-22T05:00:00Z
  |     est-summer        EST      2026-07-06T19:20:00Z  2026-07-22T05:00:00Z
  |     toronto-winter    Toronto  2026-01-06T19:20:00Z  2026-01-22T05:00:00Z
  |     toronto-summer    Toronto  2026-07-06T19:20:00Z  2026-07-22T04:00:00Z
  |     into-summer-time  Toronto  2026-03-01T12:00:00Z  2026-03-17T04:00:00Z
  |     before-midnight   EST      2026-01-06T04:59:59Z  2026-01-21T05:00:00Z
  |     at-midnight       EST      2026-01-06T05:00:00Z  2026-01-22T05:00:00Z
  |     after-midnight    EST      2026-01-06T05:00:01Z  2026-01-22T05:00:00Z

  op policy verification.batch_zone=$zone
  at $born
  shop > sw_register domain  domain=ek-bikes.com owner=@anna
       < response_code = 200
  state ek-bikes.com  verification.deadline = $deadline
  at $deadline-PT1S
  state ek-bikes.com  verification.status = verifying  status != clientHold
  at $deadline
  state ek-bikes.com  verification.status = suspended  status ~ clientHold
  mail anna within PT0S  type = verification.suspended  at = $deadline
end
