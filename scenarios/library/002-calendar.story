version 1
scenario "The reference run: what the name, the API and the inbox say on each day"
id       VERIFY-002
level    must
covers   sw_register get_registrant_verification_status
source   "Registrant Verification FAQs", Q14 Q24, and the arithmetic of the deadline

# Day 0 is 6 January 2025, 14:20 in the batch's zone.
world
  clock   2025-01-06T19:20:00Z

actor shop   reseller  email=desk@shop.example
actor anna   person    name="Anna Ek" email=anna@ek.example
actor office person    name="Back Office" email=office@ek.example

ignore mail rsp.suspended_list

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@office billing=@office
     < response_code = 200
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = pending    at = 2025-01-06T19:20:00Z
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = verifying  at = 2025-01-06T19:20:00Z
mail anna within PT0S  type = verification.request  at = 2025-01-06T19:20:00Z  link verify exists  link terms exists
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < response_code = 200
     < attributes.registrant_verification_status = verifying
     < attributes.verification_deadline = "2025-01-22 05:00:00"
     < attributes.days_to_suspend = 15
     < attributes.email_bounced = 0

mail anna within P5D  type = verification.reminder  at = 2025-01-11T05:00:00Z  link verify exists  link terms exists
mail office none
state ek-bikes.com  verification.days_to_suspend = 10  status != clientHold

mail anna within P5D     type = verification.reminder  at = 2025-01-16T05:00:00Z
mail office within PT0S  type = verification.warning   link verify absent  link terms absent
mail office none
state ek-bikes.com  verification.days_to_suspend = 5

mail anna within P3D     type = verification.reminder  at = 2025-01-19T05:00:00Z
mail office within PT0S  type = verification.warning
state ek-bikes.com  verification.days_to_suspend = 2

# Day 15 is the last one on which a click prevents the suspension.
at 2025-01-21T05:00:00Z
state ek-bikes.com  verification.days_to_suspend = 0  verification.status = verifying  status != clientHold
at 2025-01-22T04:59:59Z
state ek-bikes.com  verification.days_to_suspend = 0  verification.status = verifying  status != clientHold
mail anna none

at 2025-01-22T05:00:00Z
mail anna within PT0S  type = verification.suspended  at = 2025-01-22T05:00:00Z  link verify absent
mail office none
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = suspended  at = 2025-01-22T05:00:00Z
state ek-bikes.com  verification.days_to_suspend = -1  verification.status = suspended  status ~ clientHold
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.registrant_verification_status = suspended
     < attributes.days_to_suspend = -1

at 2025-03-27T15:00:00Z
state ek-bikes.com  verification.days_to_suspend = -65  status ~ clientHold
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.days_to_suspend = -65
mail anna none for P10D
