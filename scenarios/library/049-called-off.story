version 1
scenario "A reseller cancels an order that waits for its owner: nobody is asked any more"
id       CONSENT-018
level    must
covers   sw_register process_pending
source   the choice of this model: a reseller's own cancel ends cancelled

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case         when            written
  |     before-mail  start+PT59S     -
  |     after-mail   start+PT1M      PT0S
  |     last-second  start+P10DT59S  PT0S

  shop > sw_register domain  domain=tan.sg contacts=@wei
       < attributes.id -> $id
  state reseller shop  held = 29.75
  at $when
  mail wei within $written  type = consent.async
  shop > process_pending domain  order_id=$id command=cancel
       < is_success = 1  response_code = 200
  state order $id      status = cancelled  held = no  debited = no
  state order $id      consent.status = none  consent.deadline absent
  state reseller shop  held = 0.00  balance = 1000.00
  event STATUS_CHANGE within PT0S  order_status = waiting
  event STATUS_CHANGE within PT0S  order_status = cancelled
  event STATUS_CHANGE none for P20D
  mail wei none
end

# The link stands, and what is said there is kept.
foreach case     says     code
  |     agrees   consent  200
  |     refuses  deny     300

  shop > sw_register domain  domain=tan.sg contacts=@wei
       < attributes.id -> $id
  mail wei within PT1M  type = consent.async
  shop > process_pending domain  order_id=$id command=cancel
       < response_code = 200
  wei $says
  state order $id  status = cancelled
  shop > sw_register domain  domain=next.sg contacts=@wei
       < response_code = $code
end
