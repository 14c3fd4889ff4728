version 1
scenario "A verified name asks again when the owner's first name, last name or e-mail changes, and for nothing else"
id       VERIFY-007
level    must
covers   sw_register update_contacts
source   "Registrant Verification FAQs", Q11 Q23

world
  clock   2026-05-04T15:20:00Z

actor shop    reseller
actor anna    person  name="Anna Ek" email=anna@ek.example
actor first   person  name="Anne Ek" email=anna@ek.example
actor last    person  name="Anna Eklund" email=anna@ek.example
actor email   person  name="Anna Ek" email=new@ek.example
actor phone   person  name="Anna Ek" email=anna@ek.example phone=+1.4165550199
actor address person  name="Anna Ek" email=anna@ek.example address1="77 New Street" city=Ottawa postal_code="K1A 0B1"
actor company person  name="Anna Ek" email=anna@ek.example org_name="Ek Bikes AB"
actor bert    person  name="Bert Ek" email=bert@ek.example

ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@bert billing=@bert
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
shop > sw_register domain  domain=berts.com owner=@bert
     < response_code = 200
mail bert within PT0S  type = verification.request
bert verify
advance P100D

foreach case         role     who       status     mailed           left
  |     first-name   owner    @first    verifying  anna@ek.example  15
  |     last-name    owner    @last     verifying  anna@ek.example  15
  |     e-mail       owner    @email    verifying  new@ek.example   15
  |     phone        owner    @phone    verified   -                -
  |     address      owner    @address  verified   -                -
  |     company      owner    @company  verified   -                -
  |     nothing      owner    @anna     verified   -                -
  |     known-owner  owner    @bert     verified   -                -
  |     admin        admin    @anna     verified   -                -
  |     billing      billing  @first    verified   -                -
  |     tech         tech     @email    verified   -                -

  shop > update_contacts domain  domain=ek-bikes.com $role=$who
       < response_code = 200
  state ek-bikes.com  verification.status = $status
  state ek-bikes.com  verification.days_to_suspend = $left  status != clientHold
  mail $mailed within PT0S  type = verification.request  link verify exists
  mail anna none
  mail bert none
end
