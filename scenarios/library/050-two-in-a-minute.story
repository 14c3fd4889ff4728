version 1
scenario "Two names of one person in one minute: one mail, one page, one answer for both"
id       CONSENT-019
level    must
covers   sw_register
source   OpenSRS help, 360004099734; the choice of this model: mails are not merged

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case     says     status     held   balance
  |     agrees   consent  completed  0.00   940.50
  |     refuses  deny     declined   0.00   1000.00
  |     silent   -        waiting    59.50  1000.00

  shop > sw_register domain  domain=one.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $one
  advance PT30S
  shop > sw_register domain  domain=two.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $two
  mail wei within PT1M  type = consent.async  domain = one.sg  at = 2026-03-02T09:01:00Z
  mail wei none for PT1H
  # The second one was not written about; its days run all the same.
  state order $one  consent.deadline = 2026-03-12T09:01:00Z
  state order $two  consent.deadline = 2026-03-12T09:01:30Z
  wei $says
  at 2026-03-12T09:00:59Z
  state order $one     status = $status
  state order $two     status = $status
  state reseller shop  held = $held  balance = $balance
  at 2026-03-12T09:01:00Z
  state reseller shop  balance = $balance
end

# Silence ends each on its own day.
shop > sw_register domain  domain=one.sg contacts=@wei
     < attributes.id -> $one
advance PT30S
shop > sw_register domain  domain=two.sg contacts=@wei
     < attributes.id -> $two
mail wei within PT30S  type = consent.async
at 2026-03-12T09:01:29Z
state order $one  status = declined
state order $two  status = waiting
at 2026-03-12T09:01:30Z
state order $two     status = declined
state reseller shop  held = 0.00  balance = 1000.00
