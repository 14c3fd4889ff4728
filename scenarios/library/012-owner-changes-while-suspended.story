version 1
scenario "A suspended name with a new, unknown owner stays down until that owner clicks"
id       VERIFY-012
level    must
covers   sw_register update_contacts
source   "Registrant Verification FAQs", Q6 Q16 Q19

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
at start+P20D
mail anna within PT0S  type = verification.suspended
shop > update_contacts domain  domain=ek-bikes.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request
mail anna none
state ek-bikes.com  verification.status = suspended  status ~ clientHold
anna verify domain=ek-bikes.com
     < error.code = link_dead
advance P40D
state ek-bikes.com  verification.status = suspended  status ~ clientHold
bert verify
state ek-bikes.com  verification.status = verified  status != clientHold
mail bert none for P20D
