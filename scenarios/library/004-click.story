version 1
scenario "A click ends it at any time: before the deadline nothing ever happens, from its very second on the name comes back"
id       VERIFY-004
level    must
covers   sw_register get_registrant_verification_status
source   "Registrant Verification FAQs", Q2 Q16 Q18; timers come before people at one instant

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail rsp.suspended_list
ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

# The midnight that opens day 16 is 2026-05-20T05:00:00Z.
foreach case            when                  suspended
  |     at-once         start                 -
  |     a-second-later  start+PT1S            -
  |     day-14          2026-05-18T12:00:00Z  -
  |     second-before   2026-05-20T04:59:59Z  -
  |     at-midnight     2026-05-20T05:00:00Z  PT0S
  |     second-after    2026-05-20T05:00:01Z  PT0S
  |     day-80          start+P80D            PT0S

  at $when
  mail anna within $suspended  type = verification.suspended  at = 2026-05-20T05:00:00Z
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within $suspended  verification_status = suspended
  anna verify
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = verified
  shop > get_registrant_verification_status domain  domain=ek-bikes.com
       < attributes.registrant_verification_status = verified
       < attributes.days_to_suspend absent
       < attributes.verification_deadline absent
  state ek-bikes.com  verification.status = verified  status != clientHold
  mark clicked
  mail anna none for P30D  at > $when
  event REGISTRANT_VERIFICATION_STATUS_CHANGE none  verification_status = suspended
  state ek-bikes.com  status != clientHold
end
