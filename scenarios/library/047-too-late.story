version 1
scenario "A late answer is taken and kept, revives nothing, and serves the next order"
id       CONSENT-016
level    must
covers   sw_register
source   the choice of this model: consent is kept for the future, the reseller orders again

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case  says     code  status
  |     yes   consent  200   completed
  |     no    deny     300   waiting

  shop > sw_register domain  domain=tan.sg contacts=@wei
       < attributes.id -> $id
  mail wei within PT1M  type = consent.async
  advance P11D
  state order $id  status = declined
  wei $says
      < ^status = 200
      < page.status = 200
  event STATUS_CHANGE within PT0S  order_id = $id  order_status = waiting
  event STATUS_CHANGE within PT0S  order_id = $id  order_status = declined
  event STATUS_CHANGE none for P1D
  state order $id  status = declined  held = no  debited = no
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = $code
       < attributes.id -> $again
  state order $again  status = $status
end
