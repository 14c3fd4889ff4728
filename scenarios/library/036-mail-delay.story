version 1
scenario "How long after the order the owner is written to, and that the ten days run from there"
id       CONSENT-SWITCH-MAIL-DELAY
level    may
covers   sw_register
source   fixtures/policy/consent.policy, consent.mail_delay

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case      delay  second_before  at                    late                  later
  |     at-once   PT0S   -              2026-03-02T09:00:00Z  2026-03-12T08:59:59Z  2026-03-12T09:00:00Z
  |     a-minute  PT1M   PT59S          2026-03-02T09:01:00Z  2026-03-12T09:00:59Z  2026-03-12T09:01:00Z
  |     an-hour   PT1H   PT59M59S       2026-03-02T10:00:00Z  2026-03-12T09:59:59Z  2026-03-12T10:00:00Z

  op policy consent.mail_delay=$delay
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $id
  mail wei none for $second_before
  mail wei within PT1S  type = consent.async  at = $at
  state order $id  consent.asked = $at  consent.deadline = $later
  at $late
  state order $id  status = waiting
  at $later
  state order $id  status = declined
end
