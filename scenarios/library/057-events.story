version 1
scenario "What the event queue tells of an order that waits for its owner"
id       CONSENT-026
level    must
covers   sw_register poll
source   the list of events: ORDER STATUS_CHANGE, DOMAIN REGISTERED and CREATED

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
event STATUS_CHANGE within PT0S  order_id = $id  order_status = waiting  at = 2026-03-02T09:00:00Z

foreach case     says     status
  |     agrees   consent  completed
  |     refuses  deny     declined
  |     silent   -        declined

  wei $says
  event STATUS_CHANGE within P10D  order_id = $id  order_status = $status  domain_name = tan.sg  order_reg_type = new
  event STATUS_CHANGE none for P20D
end
