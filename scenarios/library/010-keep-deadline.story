version 1
scenario "Where the policy keeps the deadline, a new owner gains no time"
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
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request
at start+P12D
shop > update_contacts domain  domain=ek-bikes.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request

foreach case        when                   status      suspended
  |     before      2026-05-20T04:59:59Z   verifying   -
  |     at          2026-05-20T05:00:00Z   suspended   PT0S
  |     after       2026-05-20T05:00:01Z   suspended   PT0S

  at $when
  state ek-bikes.com  verification.status = $status
  mail bert within $suspended  type = verification.suspended
end
