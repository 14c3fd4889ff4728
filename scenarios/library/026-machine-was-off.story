version 1
scenario "A machine that was off for weeks catches up at once, in order"
id       TIME-001
level    should
covers   sw_register
source   jump: the clock first, then what is overdue

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor office person  name="Back Office" email=office@ek.example

ignore mail rsp.suspended_list

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@office billing=@office
     < response_code = 200
mail anna within PT0S  type = verification.request
run until verification ek-bikes.com max P5D
mail anna within PT0S  type = verification.reminder  at = 2026-05-09T05:00:00Z
mark first
jump P20D
mail anna within PT0S    type = verification.reminder   at = 2026-05-29T05:00:00Z
mail office within PT0S  type = verification.warning    at = 2026-05-29T05:00:00Z
mail anna within PT0S    type = verification.reminder   at = 2026-05-29T05:00:00Z
mail office within PT0S  type = verification.warning    at = 2026-05-29T05:00:00Z
mail anna within PT0S    type = verification.suspended  at = 2026-05-29T05:00:00Z
state ek-bikes.com  verification.status = suspended  verification.started = 2026-05-04T15:20:00Z
at first+P20DT1H
anna verify
state ek-bikes.com  verification.status = verified  status != clientHold
