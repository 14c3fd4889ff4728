version 1
scenario "First name, last name, organisation, country and address make a person; nothing else does"
id       CONSENT-013
level    must
covers   sw_register
source   "ccTLD registration and consent", FAQ "What is the Fingerprint?"

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=first.co.uk contacts=@wei
     < response_code = 200
mail wei within PT1M  type = consent.sync
wei consent

foreach case          first  last  org        country  street            email            code
  |     the-same      Wei    Tan   "Wei Tan"  SG       "1 Story Street"  wei@tan.example  200
  |     street        Wei    Tan   "Wei Tan"  SG       "9 Other Road"    wei@tan.example  200
  |     first-name    Mei    Tan   "Wei Tan"  SG       "1 Story Street"  wei@tan.example  300
  |     last-name     Wei    Lim   "Wei Tan"  SG       "1 Story Street"  wei@tan.example  300
  |     organisation  Wei    Tan   "Tan Ltd"  SG       "1 Story Street"  wei@tan.example  300
  |     country       Wei    Tan   "Wei Tan"  CA       "1 Story Street"  wei@tan.example  300
  |     address       Wei    Tan   "Wei Tan"  SG       "1 Story Street"  tan@wei.example  300

  shop > sw_register domain  domain=second.sg contacts=@wei owner.first_name=$first owner.last_name=$last
         owner.org_name=$org owner.country=$country owner.address1=$street owner.email=$email
       < is_success = 1  response_code = $code
end
