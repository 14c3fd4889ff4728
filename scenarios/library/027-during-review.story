version 1
scenario "What happens while people at the vendor look at the data"
id       VERIFY-027
level    should
covers   sw_register update_contacts send_registrant_verification_email
source   "get_registrant_verification_status", admin_reviewing; what follows from it is inferred

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor moved  person  name="Anna Ek" email=anna@ek.example address1="77 New Street"
actor bert   person  name="Bert Ek" email=bert@ek.example
actor carl   person  name="Carl Ek" email=carl@ek.example

ignore mail rsp.suspended_list
ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=known.com owner=@carl
     < response_code = 200
mail carl within PT0S  type = verification.request
carl verify
shop > sw_register domain  domain=other.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = other.com
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mail anna within PT0S  type = verification.request  domain = ek-bikes.com
op review domain=ek-bikes.com
state ek-bikes.com  verification.status = admin_reviewing

# The owner clicks; the reseller asks for the mail; contacts change.
foreach case           clicks        resent  owner   admin  status           mailed           left
  |     nothing        -             -       -       -      admin_reviewing  -                -
  |     own-link       ek-bikes.com  -       -       -      verified         -                -
  |     other-name     other.com     -       -       -      admin_reviewing  -                -
  |     resend         -             200     -       -      admin_reviewing  anna@ek.example  -
  |     address        -             -       @moved  -      admin_reviewing  -                -
  |     admin-changes  -             -       -       @bert  admin_reviewing  -                -
  |     unknown-owner  -             -       @bert   -      verifying        bert@ek.example  15
  |     known-owner    -             -       @carl   -      verified         -                -

  anna verify domain=$clicks
  shop > send_registrant_verification_email domain  domain=ek-bikes.com
       < response_code = $resent
  shop > update_contacts domain  domain=ek-bikes.com owner=$owner
       < response_code = 200
  shop > update_contacts domain  domain=ek-bikes.com admin=$admin
       < response_code = 200
  state ek-bikes.com  verification.status = $status
  state ek-bikes.com  verification.days_to_suspend = $left
  mail $mailed within PT0S  type = verification.request
end

# Nobody decides for a year: nothing happens to this name, the other one goes its way.
advance P365D
state ek-bikes.com  verification.status = admin_reviewing
mail anna within PT0S  type = verification.suspended  domain = other.com
