version 1
scenario "How long an order waits for its owner"
id       CONSENT-SWITCH-WINDOW
level    may
covers   sw_register
source   fixtures/policy/consent.policy, consent.window

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case        window  last_second  at_the_end
  |     ten-days    P10D    P10D-PT1S    PT1S
  |     three-days  P3D     P3D-PT1S     PT1S

  op policy consent.window=$window
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $id
  mail wei within PT1M  type = consent.async
  # What is planned stays planned.
  op policy consent.window=P5D
  advance $last_second
  state order $id  status = waiting
  advance $at_the_end
  state order $id  status = declined  consent.status = silent
end
