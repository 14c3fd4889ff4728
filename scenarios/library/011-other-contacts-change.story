version 1
scenario "Any other change of contacts sends the mail again at once and moves no deadline"
id       VERIFY-011
level    must
covers   sw_register update_contacts
source   "Registrant Verification FAQs", Q6 Q19

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor moved  person  name="Anna Ek" email=anna@ek.example address1="77 New Street"
actor bert   person  name="Bert Ek" email=bert@ek.example

ignore mail rsp.suspended_list
ignore mail verification.warning
ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@anna billing=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request

foreach case               when                  role     who     suspended  left
  |     admin-day-0        start                 admin    @bert   -          15
  |     address-day-0      start                 owner    @moved  -          15
  |     tech-day-12        start+P12D            tech     @bert   -          3
  |     address-day-15     2026-05-20T04:59:59Z  owner    @moved  -          0
  |     address-suspended  2026-05-20T05:00:00Z  owner    @moved  PT0S       -1
  |     billing-day-80     start+P80D            billing  @bert   PT0S       -65

  at $when
  mail anna within $suspended  type = verification.suspended
  state ek-bikes.com  verification.deadline = 2026-05-20T05:00:00Z
  shop > update_contacts domain  domain=ek-bikes.com $role=$who
       < response_code = 200
  mail anna within PT0S  type = verification.request
  mail bert none
  state ek-bikes.com  verification.deadline = 2026-05-20T05:00:00Z  verification.days_to_suspend = $left
  anna verify
  state ek-bikes.com  verification.status = verified  status != clientHold
end
