version 1
scenario "For a name that stands anyway a no of before is the answer"
id       CONSENT-032
level    must
covers   sw_register get
source   "ccTLD registration and consent", type 1

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

shop > sw_register domain  domain=first.co.uk contacts=@wei
     < response_code = 200
mail wei within PT1M  type = consent.sync
wei deny

foreach case    process  code  status     consent  wire
  |     stands  sync     200   completed  refused  CONTRACT_ONLY
  |     waits   async    300   waiting    pending  -

  op policy tld.sg.process=$process
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = $code
       < attributes.id -> $id
  state order $id  status = $status  consent.status = $consent
  mail wei none for P1D
  shop > get domain  type=all_info domain=tan.sg
       < attributes.gdpr_consent_status = $wire
end
