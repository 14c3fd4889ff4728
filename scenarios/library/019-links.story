version 1
scenario "The link in every mail of a run serves until the run ends"
id       VERIFY-019
level    must
covers   sw_register send_registrant_verification_email
source   "Registrant Verification FAQs", Q2 Q16 Q24

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@anna billing=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request   link verify exists  link terms exists
mail anna within P5D   type = verification.reminder  link verify exists
mail anna within P5D   type = verification.reminder  link verify exists
mail anna within P3D   type = verification.reminder  link verify exists
shop > send_registrant_verification_email domain  domain=ek-bikes.com
     < response_code = 200
mail anna within PT0S  type = verification.request  link verify exists
anna verify
state ek-bikes.com  verification.status = verified
anna verify
     < ^status = 409
     < error.code = link_dead
state ek-bikes.com  verification.status = verified
