version 1
scenario "Names from before 2014 are left alone until a contact changes"
id       VERIFY-013
level    must
covers   update_contacts get_registrant_verification_status send_registrant_verification_email
source   "Registrant Verification FAQs", Q11 Q13 Q15

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail verification.reminder
ignore mail verification.warning

foreach case           created
  |     long-before    1999-01-01T00:00:00Z
  |     second-before  2014-01-01T04:59:59Z

  op add domain=old.com reseller=@shop contacts=@anna created=$created
  shop > get_registrant_verification_status domain  domain=old.com
       < response_code = 200
       < attributes.registrant_verification_status = unverified
       < attributes.days_to_suspend absent
       < attributes.verification_deadline absent
  shop > send_registrant_verification_email domain  domain=old.com
       < response_code = 465  is_success = 0
  mail anna none for P60D
  state old.com  verification.status = unverified  status != clientHold
end

foreach case     role     who    mailed
  |     owner    owner    @bert  bert@ek.example
  |     admin    admin    @bert  anna@ek.example
  |     billing  billing  @bert  anna@ek.example
  |     tech     tech     @bert  anna@ek.example

  op add domain=old.com reseller=@shop contacts=@anna created=2013-12-31T12:00:00Z
  shop > update_contacts domain  domain=old.com $role=$who
       < response_code = 200
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = pending
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = verifying
  mail $mailed within PT0S  type = verification.request
  state old.com  verification.status = verifying  verification.days_to_suspend = 15
end
