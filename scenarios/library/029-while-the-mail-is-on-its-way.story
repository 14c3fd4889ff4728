version 1
scenario "Where the first mail takes an hour, everything can happen before it"
id       VERIFY-029
level    should
covers   sw_register update_contacts send_registrant_verification_email
source   "get_registrant_verification_status", pending; the delay is the policy verification.mail_delay

world
  clock   2026-05-04T15:20:00Z
  policy  verification.mail_delay=PT1H

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert@ek.example
actor carl   person  name="Carl Ek" email=carl@ek.example

ignore mail rsp.suspended_list

# Carl is known; another name of Anna's has its mail already.
shop > sw_register domain  domain=carls.com owner=@carl
     < response_code = 200
shop > sw_register domain  domain=other.com owner=@anna
     < response_code = 200
advance PT1H
mail carl within PT0S  type = verification.request  at = 2026-05-04T16:20:00Z
mail anna within PT0S  type = verification.request  domain = other.com
carl verify
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
state ek-bikes.com  verification.status = pending  verification.days_to_suspend = 15  status != clientHold
anna verify domain=ek-bikes.com
     < error.code = no_fitting_mail
mail anna none for PT59M59S

foreach case           sibling    resent        clicked       owner  admin  bounced       reviewed      deleted       status           anna_on_time  bert_on_time
  |     nothing        -          -             -             -      -      -             -             -             pending          PT1S          -
  |     sibling        other.com  -             -             -      -      -             -             -             verified         -             -
  |     resent         -          ek-bikes.com  -             -      -      -             -             -             pending          PT1S          -
  |     clicked        -          ek-bikes.com  ek-bikes.com  -      -      -             -             -             verified         -             -
  |     bounced        -          ek-bikes.com  -             -      -      ek-bikes.com  -             -             pending          PT1S          -
  |     unknown-owner  -          -             -             @bert  -      -             -             -             pending          -             PT1H
  |     known-owner    -          -             -             @carl  -      -             -             -             verified         -             -
  |     admin          -          -             -             -      @bert  -             -             -             pending          PT1S          -
  |     reviewed       -          -             -             -      -      -             ek-bikes.com  -             admin_reviewing  -             -
  |     deleted        -          -             -             -      -      -             -             ek-bikes.com  -                -             -

  anna verify domain=$sibling
  shop > send_registrant_verification_email domain  domain=$resent
       < response_code = 200
  mail anna within PT0S  type = verification.request  domain = $resent
  anna verify domain=$clicked
  shop > update_contacts domain  domain=ek-bikes.com owner=$owner
       < response_code = 200
  shop > update_contacts domain  domain=ek-bikes.com admin=$admin
       < response_code = 200
  op bounce to=@anna domain=$bounced
  state $bounced  verification.email_bounced = yes
  op review domain=$reviewed
  op edit domain=$deleted state=deleted
  state ek-bikes.com  verification.status = $status
  mail anna within $anna_on_time  type = verification.request  domain = ek-bikes.com  at = 2026-05-04T17:20:00Z
  mail bert within $bert_on_time  type = verification.request  domain = ek-bikes.com  at = 2026-05-04T18:19:59Z
  mail anna none for PT2H
end
