version 1
scenario "The warning goes to admin and billing, once to one address, without a link, and can be switched off"
id       VERIFY-022
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q14; who shares an address is inferred

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor adam   person  name="Adam Min" email=adam@ek.example
actor bill   person  name="Bill Ing" email=bill@ek.example

foreach case          admin  billing  warning  to_adam  to_bill  to_anna
  |     two-people    @adam  @bill    on       PT0S     PT0S     -
  |     one-person    @adam  @adam    on       PT0S     -        -
  |     the-owner     @anna  @anna    on       -        -        PT0S
  |     owner-admin   @anna  @bill    on       -        PT0S     PT0S
  |     switched-off  @adam  @bill    off      -        -        -

  op policy verification.warning=$warning
  shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=$admin billing=$billing
       < response_code = 200
  mail anna within PT0S  type = verification.request
  at 2026-05-14T05:00:00Z
  mail anna within PT0S      type = verification.reminder  at = 2026-05-09T05:00:00Z
  mail anna within PT0S      type = verification.reminder  at = 2026-05-14T05:00:00Z
  mail adam within $to_adam  type = verification.warning   link verify absent
  mail bill within $to_bill  type = verification.warning   link verify absent
  mail anna within $to_anna  type = verification.warning   link verify absent
end
