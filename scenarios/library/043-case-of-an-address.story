version 1
scenario "Whether persons who differ in the case of their address are one"
id       CONSENT-SWITCH-EMAIL-CASE
level    may
covers   sw_register
source   fixtures/policy/consent.policy, consent.email_case

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor loud   person    name="Wei Tan" country=SG email=WEI@Tan.Example
actor op     operator

foreach case  matching  second  status     lookup
  |     one   fold      -       completed  211
  |     two   exact     PT1M    waiting    221

  op policy consent.email_case=$matching
  shop > sw_register domain  domain=first.co.uk contacts=@wei
       < response_code = 200
  mail wei within PT1M  type = consent.sync
  wei consent
  shop > sw_register domain  domain=second.sg contacts=@loud
       < attributes.id -> $id
  state order $id  status = $status
  shop > lookup domain  domain=second.sg
       < response_code = $lookup
  mail loud within $second  type = consent.async
end
