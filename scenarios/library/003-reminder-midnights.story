version 1
scenario "Each reminder comes at midnight, not a second earlier"
id       VERIFY-003
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q14 Q24

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor office person  name="Back Office" email=office@ek.example

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@office billing=@office
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case           when                  first  second  third  warned  again
  |     before-day-5   2026-05-09T04:59:59Z  -      -       -      -       -
  |     on-day-5       2026-05-09T05:00:00Z  PT0S   -       -      -       -
  |     after-day-5    2026-05-09T05:00:01Z  PT0S   -       -      -       -
  |     before-day-10  2026-05-14T04:59:59Z  PT0S   -       -      -       -
  |     on-day-10      2026-05-14T05:00:00Z  PT0S   PT0S    -      PT0S    -
  |     after-day-10   2026-05-14T05:00:01Z  PT0S   PT0S    -      PT0S    -
  |     before-day-13  2026-05-17T04:59:59Z  PT0S   PT0S    -      PT0S    -
  |     on-day-13      2026-05-17T05:00:00Z  PT0S   PT0S    PT0S   PT0S    PT0S
  |     after-day-13   2026-05-17T05:00:01Z  PT0S   PT0S    PT0S   PT0S    PT0S
  |     end-of-day-15  2026-05-20T04:59:59Z  PT0S   PT0S    PT0S   PT0S    PT0S

  at $when
  mail anna within $first     type = verification.reminder  at = 2026-05-09T05:00:00Z
  mail anna within $second    type = verification.reminder  at = 2026-05-14T05:00:00Z
  mail anna within $third     type = verification.reminder  at = 2026-05-17T05:00:00Z
  mail office within $warned  type = verification.warning   at = 2026-05-14T05:00:00Z
  mail office within $again   type = verification.warning   at = 2026-05-17T05:00:00Z
  state ek-bikes.com  verification.status = verifying
end
