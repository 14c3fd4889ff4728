version 1
scenario "First a synchronous name, then one that waits, and the other way round"
id       CONSENT-020
level    must
covers   sw_register
source   "ccTLD registration and consent" ; OpenSRS help, 201000063105

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case              first      then       answered  mail           code_1  code_2
  |     sync-unanswered   tan.co.uk  tan.sg     -         consent.sync   200     300
  |     sync-answered     tan.co.uk  tan.sg     consent   consent.sync   200     200
  |     async-unanswered  tan.sg     tan.co.uk  -         consent.async  300     200
  |     async-answered    tan.sg     tan.co.uk  consent   consent.async  300     200

  shop > sw_register domain  domain=$first contacts=@wei
       < response_code = $code_1
  mail wei within PT1M  type = $mail
  wei $answered
  shop > sw_register domain  domain=$then contacts=@wei
       < response_code = $code_2
  mail wei none for P1D
  # The link of the only mail is for both.
  wei consent
  state tan.sg     state = active  consent.status = given
  state tan.co.uk  state = active  consent.status = given
end
