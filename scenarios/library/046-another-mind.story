version 1
scenario "An owner may change their mind; what is registered stays, and the next order asks again"
id       CONSENT-015
level    must
covers   sw_register get
source   "ccTLD registration and consent" ; OpenSRS help, 360004099514

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case          name       code  mail           price
  |     synchronous   tan.co.uk  200   consent.sync   978.75
  |     asynchronous  tan.sg     300   consent.async  970.25

  shop > sw_register domain  domain=$name contacts=@wei
       < response_code = $code
       < attributes.id -> $id
  mail wei within PT1M  type = $mail
  wei consent
  state $name  state = active  consent.status = given
  advance P90D
  wei deny
  state $name  state = active  consent.status = refused
  shop > get domain  type=all_info domain=$name
       < attributes.gdpr_consent_status = CONTRACT_ONLY
  state order $id      status = completed
  state reseller shop  balance = $price  held = 0.00
  shop > sw_register domain  domain=next.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $next
  wei consent
  state order $next  status = completed
  state $name        consent.status = given
end
