version 1
scenario "A person is the same at every reseller: one answer serves all, and each pays for their own"
id       CONSENT-025
level    must
covers   sw_register
source   "ccTLD registration and consent", FAQ on the fingerprint

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor mall   reseller  balance=500.00

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $ours
mail wei within PT1M  type = consent.async
mall > sw_register domain  domain=tan.cn contacts=@wei
     < response_code = 300
     < attributes.id -> $theirs
mail wei none for P1D

foreach case     says     status     ours_left  theirs_left
  |     agrees   consent  completed  970.25     471.00
  |     refuses  deny     declined   1000.00    500.00

  wei $says
  state order $ours    status = $status
  state order $theirs  status = $status
  state reseller shop  held = 0.00  balance = $ours_left
  state reseller mall  held = 0.00  balance = $theirs_left
end
