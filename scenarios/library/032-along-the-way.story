version 1
scenario "A synchronous ccTLD is registered and paid at once, whatever its owner says"
id       CONSENT-002
level    must
covers   sw_register get
source   "ccTLD registration and consent", type 1

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case     says     status   wire
  |     agrees   consent  given    CONSENT_AND_CONTRACT
  |     refuses  deny     refused  CONTRACT_ONLY
  |     forgets  -        silent   PENDING

  shop > sw_register domain  domain=tan.co.uk contacts=@wei
       < is_success = 1  response_code = 200
       < attributes.id -> $id
  state order $id      status = completed  held = no  debited = yes
  state reseller shop  balance = 978.75  held = 0.00
  state tan.co.uk      state = active  consent.status = pending
  mail wei within PT1M  type = consent.sync  at = 2026-03-02T09:01:00Z  link consent exists
  state tan.co.uk  consent.status = asked  consent.deadline = 2026-03-12T09:01:00Z
  wei $says
  advance P10D
  state tan.co.uk  state = active  consent.status = $status
  shop > get domain  type=all_info domain=tan.co.uk
       < attributes.gdpr_consent_status = $wire
  state order $id      status = completed  held = no  debited = yes
  state reseller shop  balance = 978.75  held = 0.00
  # Nobody is reminded, and nothing else is written.
  mail wei none for P60D
end
