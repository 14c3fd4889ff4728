version 1
scenario "A verification mail that bounces is told, and the days go on"
id       VERIFY-016
level    must
covers   sw_register update_contacts get_registrant_verification_status
source   "Registrant Verification FAQs", Q19; "get_registrant_verification_status", email_bounced

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor right  person  name="Anna Ek" email=anna.ek@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.email_bounced = 0
op bounce to=@anna type=verification.request code=550 text="5.1.1 no such user"
op bounce to=@anna type=verification.request
   < ^status = 409
   < error.code = already_bounced
event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = bounced
event REGISTRANT_VERIFICATION_STATUS_CHANGE none         verification_status = bounced
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.registrant_verification_status = verifying
     < attributes.email_bounced = 1
     < attributes.days_to_suspend = 15

foreach case    when                  status     suspended
  |     before  2026-05-20T04:59:59Z  verifying  -
  |     at      2026-05-20T05:00:00Z  suspended  PT0S
  |     after   2026-05-20T05:00:01Z  suspended  PT0S

  at $when
  mail anna within $suspended  type = verification.suspended
  state ek-bikes.com  verification.status = $status  verification.email_bounced = yes

  # The remedy: the right address, which gets a mail at once.
  shop > update_contacts domain  domain=ek-bikes.com owner=@right
       < response_code = 200
  mail right within PT0S  type = verification.request
  state ek-bikes.com  verification.status = $status  verification.email_bounced = no
  right verify
  state ek-bikes.com  verification.status = verified  status != clientHold
end

# It can be any mail to the owner, whatever has become of the name since.
foreach case       when        suspended  reviewed      status           told
  |     reminder   start+P6D   -          -             verifying        verification.reminder
  |     suspended  start+P20D  PT0S       -             suspended        verification.suspended
  |     in-review  start+P20D  PT0S       ek-bikes.com  admin_reviewing  verification.suspended

  shop > update_contacts domain  domain=ek-bikes.com owner=@right
       < response_code = 200
  mail right within PT0S  type = verification.request
  state ek-bikes.com  verification.email_bounced = no
  at $when
  mail right within $suspended  type = verification.suspended
  op review domain=$reviewed
  op bounce to=@right type=$told
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = bounced
  state ek-bikes.com  verification.status = $status  verification.email_bounced = yes
end
