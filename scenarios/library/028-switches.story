version 1
scenario "Each switch of the rules shows in what happens"
id       VERIFY-028
level    may
covers   sw_register
source   fixtures/policy/verification.policy, with the source of each value

world
  clock   2026-05-04T15:20:00Z

actor shop    reseller  email=desk@shop.example
actor op      operator
actor anna    person    name="Anna Ek" email=anna@ek.example
actor capital person    name="Anna Ek" email=Anna@Ek.Example
actor office  person    name="Back Office" email=office@ek.example

ignore mail rsp.suspended_list

# The first mail takes its time; the status says so meanwhile.
foreach case     delay  at_first   asked
  |     at-once  PT0S   verifying  2026-05-04T15:20:00Z
  |     an-hour  PT1H   pending    2026-05-04T16:20:00Z

  op policy verification.mail_delay=$delay
  shop > sw_register domain  domain=ek-bikes.com owner=@anna
       < response_code = 200
  state ek-bikes.com  verification.status = $at_first
  mail anna within PT1H  type = verification.request  at = $asked
  state ek-bikes.com  verification.status = verifying  verification.deadline = 2026-05-20T05:00:00Z
end

# Days of the calendar.
foreach case       first  second  third  last  days  on_first              on_second             on_third              suspended
  |     as-stated  5      10      13     16    15    2026-05-09T05:00:00Z  2026-05-14T05:00:00Z  2026-05-17T05:00:00Z  2026-05-20T05:00:00Z
  |     a-month    7      14      28     31    30    2026-05-11T05:00:00Z  2026-05-18T05:00:00Z  2026-06-01T05:00:00Z  2026-06-04T05:00:00Z

  op policy verification.reminder_1=$first verification.reminder_2=$second verification.reminder_3=$third
  op policy verification.suspension=$last
  shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@office billing=@office
       < response_code = 200
  mail anna within PT0S  type = verification.request
  state ek-bikes.com  verification.days_to_suspend = $days
  mail anna within P40D    type = verification.reminder   at = $on_first
  mail anna within P40D    type = verification.reminder   at = $on_second
  mail office within PT0S  type = verification.warning
  mail anna within P40D    type = verification.reminder   at = $on_third
  mail office within PT0S  type = verification.warning
  mail anna within P40D    type = verification.suspended  at = $suspended
end

# Whether the case of an address counts.
foreach case   matching  mailed
  |     fold   fold      -
  |     exact  exact     PT0S

  op policy verification.email_case=$matching
  shop > sw_register domain  domain=first.com owner=@anna
       < response_code = 200
  mail anna within PT0S  type = verification.request
  anna verify
  shop > sw_register domain  domain=second.com owner=@capital
       < response_code = 200
  mail capital within $mailed  type = verification.request
end

# From when on names are verified at all.
foreach case    since                 created               status
  |     before  2014-01-01T05:00:00Z  2014-01-01T04:59:59Z  unverified
  |     moved   2000-01-01T00:00:00Z  1999-12-31T23:59:59Z  unverified

  op policy verification.since=$since
  op add domain=old.com reseller=@shop contacts=@anna created=$created
  state old.com  verification.status = $status
end

# What one reseller has switched off: the warnings.
foreach case      word    warned
  |     wanted    unmute  PT0S
  |     unwanted  mute    -

  op $word reseller=@shop notice=verification.warning
  shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@office billing=@office
       < response_code = 200
  mail anna within PT0S       type = verification.request
  mail anna within P5D        type = verification.reminder
  mail anna within P5D        type = verification.reminder
  mail office within $warned  type = verification.warning
end
