version 1
scenario "While an order waits: nobody else gets the name, a mail may come back, the money stays put"
id       CONSENT-028
level    must
covers   sw_register
source   response code 486; the choice of this model for the rest

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor mall   reseller
actor op     operator

shop > sw_register domain  domain=tan.sg contacts=@wei
     < response_code = 300
     < attributes.id -> $id
mail wei within PT1M  type = consent.async

# Nobody else may order it, not even the same reseller.
mall > sw_register domain  domain=tan.sg
     < is_success = 0  response_code = 486
shop > sw_register domain  domain=tan.sg contacts=@wei
     < is_success = 0  response_code = 486

# What is held cannot be spent.
op adjust reseller=@shop balance=40.00
shop > sw_register domain  domain=other.com contacts=@wei
     < response_code = 200
     < attributes.forced_pending exists
state reseller shop  balance = 40.00  held = 29.75

foreach case        bounces  says     status
  |     arrives     -        consent  completed
  |     comes-back  yes      consent  completed
  |     and-no      yes      -        declined

  op bounce to=@wei type=consent.async text=$bounces
  wei $says
  advance P10D
  state order $id  status = $status
end

# The name came to somebody by another door: consent comes too late for it.
op add domain=tan.sg reseller=@mall
wei consent
state order $id      status = declined  held = no
state reseller shop  balance = 40.00  held = 0.00
