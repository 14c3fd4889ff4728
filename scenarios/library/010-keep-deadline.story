version 1
scenario "Where the policy keeps the deadline, a new owner gains no time, and no reminder is made up for"
id       VERIFY-010
level    may
covers   sw_register update_contacts
source   "no public source: the switch verification.restart"

world
  clock   2026-05-04T15:20:00Z
  policy  verification.restart=keep

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

# The new owner is reminded on what remains of days 5, 10 and 13.
foreach case    changed               old5  old10  old13  new5  new10  new13
  |     day-2   start+P2D             -     -      -      P3D   P5D    P3D
  |     day-5   2026-05-09T04:59:59Z  -     -      -      PT1S  P5D    P3D
  |     on-5    2026-05-09T05:00:00Z  PT0S  -      -      -     P5D    P3D
  |     day-12  start+P12D            PT0S  PT0S   -      -     -      P1D
  |     on-13   2026-05-17T05:00:00Z  PT0S  PT0S   PT0S   -     -      -
  |     day-14  start+P14D            PT0S  PT0S   PT0S   -     -      -

  at $changed
  mail anna within $old5   type = verification.reminder
  mail anna within $old10  type = verification.reminder
  mail anna within $old13  type = verification.reminder
  shop > update_contacts domain  domain=ek-bikes.com owner=@bert
       < response_code = 200
  mail bert within PT0S    type = verification.request
  mail bert within $new5   type = verification.reminder  at = 2026-05-09T05:00:00Z
  mail bert within $new10  type = verification.reminder  at = 2026-05-14T05:00:00Z
  mail bert within $new13  type = verification.reminder  at = 2026-05-17T05:00:00Z
  at 2026-05-20T04:59:59Z
  state ek-bikes.com  verification.status = verifying
  mail bert none
  at 2026-05-20T05:00:00Z
  state ek-bikes.com  verification.status = suspended
  mail bert within PT0S  type = verification.suspended
end
