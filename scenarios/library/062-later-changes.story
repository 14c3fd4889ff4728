version 1
scenario "A change of the name is no reason to write again; another owner was not asked"
id       CONSENT-030
level    must
covers   sw_register update_contacts get
source   "ccTLD registration and consent", FAQ: only the first registration or transfer

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor lim    person    name="Ann Lim" country=SG email=ann@lim.example

shop > sw_register domain  domain=tan.co.uk contacts=@wei
     < response_code = 200
mail wei within PT1M  type = consent.sync
wei consent

foreach case   contact  wire
  |     admin  admin    CONSENT_AND_CONTRACT
  |     owner  owner    NONE

  shop > update_contacts domain  domain=tan.co.uk $contact=@lim
       < response_code = 200
  mail lim none for P1D
  shop > get domain  type=all_info domain=tan.co.uk
       < attributes.gdpr_consent_status = $wire
end
