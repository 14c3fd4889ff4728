version 1
scenario "One mail for each person, or one for each order that waits"
id       CONSENT-SWITCH-ASYNC-MAIL
level    may
covers   sw_register
source   "ccTLD registration and consent", FAQ "Is the email sent only once?" ; OpenSRS help, 201000063105

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case    for          second_async   third_sync
  |     person  fingerprint  -              -
  |     order   order        consent.async  -

  op policy consent.async_mail=$for
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $first
  mail wei within PT1M  type = consent.async  domain = tan.sg
  shop > sw_register domain  domain=tan.cn contacts=@wei
       < response_code = 300
       < attributes.id -> $second
  mail wei within PT1M  type = $second_async  domain = tan.cn
  shop > sw_register domain  domain=tan.co.uk contacts=@wei
       < response_code = 200
  mail wei within PT1M  type = $third_sync
  mail wei none for PT1H
  # With a mail or without, the days of each run from its own minute, and one
  # answer is for all.
  wei consent
  state order $first   status = completed
  state order $second  status = completed
  state tan.co.uk      consent.status = given
end
