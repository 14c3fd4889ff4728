version 1
scenario "The reseller can have the mail sent again while it runs or is suspended; the deadline does not move"
id       VERIFY-015
level    must
covers   sw_register send_registrant_verification_email
source   "Registrant Verification FAQs", Q15 Q24

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case         when                  suspended  status
  |     at-once      start                 -          verifying
  |     day-7        start+P7D             -          verifying
  |     last-second  2026-05-20T04:59:59Z  -          verifying
  |     at-midnight  2026-05-20T05:00:00Z  PT0S       suspended
  |     day-80       start+P80D            PT0S       suspended

  at $when
  mail anna within $suspended  type = verification.suspended
  shop > send_registrant_verification_email domain  domain=ek-bikes.com
       < response_code = 200  is_success = 1
       < response_text ~ "resent successfully"
  mail anna within PT0S  type = verification.request  link verify exists
  state ek-bikes.com  verification.status = $status  verification.deadline = 2026-05-20T05:00:00Z
  anna verify
  shop > send_registrant_verification_email domain  domain=ek-bikes.com
       < response_code = 465  is_success = 0
  mail anna none
end
