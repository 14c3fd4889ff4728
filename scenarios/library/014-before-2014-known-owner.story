version 1
scenario "An old name whose owner is known is verified by its first change of contacts, without a mail"
id       VERIFY-014
level    must
covers   sw_register update_contacts
source   "Registrant Verification FAQs", Q8 Q11

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

shop > sw_register domain  domain=new.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
op add domain=old.com reseller=@shop contacts=@anna created=2013-06-01T12:00:00Z
state old.com  verification.status = unverified
shop > update_contacts domain  domain=old.com admin=@bert
     < response_code = 200
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = old.com  verification_status = verified
state old.com  verification.status = verified
mail anna none for P20D
