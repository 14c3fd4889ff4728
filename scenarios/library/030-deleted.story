version 1
scenario "A name that is deleted takes its verification with it; who registers it next starts afresh"
id       VERIFY-030
level    must
covers   sw_register
source   inferred: a run ends when its name leaves, and no event of an earlier life fires into a later one

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case       deleted               reminded  suspended  verified      reviewed
  |     day-3      start+P3D             -         -          -             -
  |     day-15     2026-05-20T04:59:59Z  PT0S      -          -             -
  |     suspended  2026-05-20T05:00:00Z  PT0S      PT0S       -             -
  |     verified   start+P3D             -         -          ek-bikes.com  -
  |     in-review  start+P3D             -         -          -             ek-bikes.com

  at $deleted
  mail anna within $reminded   type = verification.reminder
  mail anna within $reminded   type = verification.reminder
  mail anna within $reminded   type = verification.reminder
  mail anna within $suspended  type = verification.suspended
  anna verify domain=$verified
  op review domain=$reviewed
  op edit domain=ek-bikes.com state=deleted
  state ek-bikes.com  error.code = unknown_domain
  anna verify domain=ek-bikes.com
       < error.code = link_dead
  mail anna none for P40D
  advance P1D

  mark again
  mall > sw_register domain  domain=ek-bikes.com owner=@bert
       < response_code = 200
  state ek-bikes.com  verification.status = verifying  verification.days_to_suspend = 15  status != clientHold
  mail bert within PT0S  type = verification.request
  mail bert within P5D   type = verification.reminder
  mail bert within P5D   type = verification.reminder
  mail bert within P3D   type = verification.reminder
  mail bert within P3D   type = verification.suspended
  mail anna none
end
