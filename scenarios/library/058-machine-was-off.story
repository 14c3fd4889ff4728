version 1
scenario "A machine that was off over the deadline: nobody was asked in time, and nobody loses a day"
id       CONSENT-027
level    must
covers   sw_register
source   the choice of this model: the ten days run from the mail, however late it was

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case             slept  status
  |     before-the-mail  P30D   waiting
  |     short            PT30S  waiting

  shop > sw_register domain  domain=tan.sg contacts=@wei
       < attributes.id -> $id
  jump $slept
  state order $id  status = $status
  mail wei within PT30S  type = consent.async
  mark asked
  at asked+P10D-PT1S
  state order $id  status = waiting
  at asked+P10D
  state order $id  status = declined
end

# Asleep when it ended: it ends at waking, and an answer then is late.
shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
jump P15D
state order $id  status = declined
wei consent
state order $id  status = declined
