version 1
scenario "Manual review: the timers rest until the operator decides"
id       VERIFY-017
level    must
covers   sw_register get_registrant_verification_status
source   "get_registrant_verification_status", admin_reviewing; the resting timers are inferred

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case                when                  suspended  verdict    up          down        told
  |     running-accepted    start+P3D             -          verified   clientHold  -           -
  |     running-rejected    start+P3D             -          suspended  -           clientHold  PT0S
  |     last-second         2026-05-20T04:59:59Z  -          verified   clientHold  -           -
  |     suspended-accepted  start+P20D            PT0S       verified   clientHold  -           -
  |     suspended-rejected  start+P20D            PT0S       suspended  -           clientHold  PT0S

  at $when
  mail anna within $suspended  type = verification.suspended
  op review domain=ek-bikes.com
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = admin_reviewing
  shop > get_registrant_verification_status domain  domain=ek-bikes.com
       < attributes.registrant_verification_status = admin_reviewing
  mail anna none for P60D  type = verification.suspended
  state ek-bikes.com  verification.status = admin_reviewing
  op decide domain=ek-bikes.com verdict=$verdict
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  verification_status = $verdict
  mail anna within $told  type = verification.suspended
  state ek-bikes.com  verification.status = $verdict
  state ek-bikes.com  status != $up
  state ek-bikes.com  status ~ $down
end

op decide domain=ek-bikes.com verdict=verified
   < ^status = 409
   < error.code = not_allowed
