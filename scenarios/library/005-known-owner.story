version 1
scenario "Who has verified once is known: an exact match of first name, last name and e-mail counts, nothing else"
id       VERIFY-005
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q8 Q10

world
  clock   2026-05-04T15:20:00Z

actor shop    reseller
actor john    person  name="John Doe" email=jd@doe.example
actor moved   person  name="John Doe" email=jd@doe.example address1="9 Other Road" city=Montreal state=QC postal_code="H2X 1Y4" phone=+1.5145550111 org_name="Doe and Sons"
actor longer  person  name="Johnathan Doe" email=jd@doe.example
actor married person  name="John Roe" email=jd@doe.example
actor lower   person  name="john Doe" email=jd@doe.example
actor capital person  name="John Doe" email=JD@Doe.Example
actor other   person  name="John Doe" email=john@doe.example

ignore mail verification.reminder

shop > sw_register domain  domain=first.com owner=@john
     < response_code = 200
mail john within PT0S  type = verification.request
john verify

foreach case           owner     status     mailed
  |     same           @john     verified   -
  |     moved-house    @moved    verified   -
  |     case-of-email  @capital  verified   -
  |     first-name     @longer   verifying  jd@doe.example
  |     last-name      @married  verifying  jd@doe.example
  |     case-of-name   @lower    verifying  jd@doe.example
  |     e-mail         @other    verifying  john@doe.example

  shop > sw_register domain  domain=second.com owner=$owner
       < response_code = 200
  event REGISTRANT_VERIFICATION_STATUS_CHANGE within PT0S  domain_name = second.com  verification_status = $status
  state second.com  verification.status = $status
  mail $mailed within PT0S  type = verification.request  domain = second.com
end
