version 1
scenario "A change to an owner who is known ends the matter, wherever it stands"
id       VERIFY-008
level    must
covers   sw_register update_contacts
source   "Registrant Verification FAQs", Q6 Q8 Q16

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=berts.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request
bert verify
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case       when                  suspended
  |     at-once    start                 -
  |     day-12     2026-05-16T12:00:00Z  -
  |     day-15     2026-05-20T04:59:59Z  -
  |     suspended  2026-05-20T05:00:00Z  PT0S
  |     day-80     start+P80D            PT0S

  at $when
  mail anna within $suspended  type = verification.suspended
  shop > update_contacts domain  domain=ek-bikes.com owner=@bert
       < response_code = 200
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = ek-bikes.com  verification_status = verified
  state ek-bikes.com  verification.status = verified  status != clientHold
  mail bert none
  mail bert none for P20D
  mail anna none  type = verification.suspended
  state ek-bikes.com  verification.status = verified  status != clientHold
end
