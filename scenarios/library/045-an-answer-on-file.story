version 1
scenario "A yes on file needs no mail and no wait; a no, or silence, makes the next order wait"
id       CONSENT-014
level    must
covers   sw_register
source   "ccTLD registration and consent", FAQ; OpenSRS help, 360004131293: a choice covers later names

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case    says     code  status     consent  held   balance
  |     yes     consent  200   completed  given    0.00   949.00
  |     no      deny     300   waiting    pending  29.75  978.75
  |     silent  -        300   waiting    pending  29.75  978.75

  shop > sw_register domain  domain=first.co.uk contacts=@wei
       < response_code = 200
  mail wei within PT1M  type = consent.sync
  wei $says
  advance P20D
  shop > sw_register domain  domain=second.sg contacts=@wei
       < response_code = $code
       < attributes.id -> $id
  state order $id      status = $status  consent.status = $consent
  state reseller shop  held = $held  balance = $balance
  # Whoever had a mail has the link: there is no second one.
  mail wei none for P1D
  wei consent
  state order $id      status = completed
  state reseller shop  held = 0.00  balance = 949.00
end
