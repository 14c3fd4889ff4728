version 1
scenario "Nobody is asked for an order that cannot be paid, until it can"
id       CONSENT-029
level    must
covers   sw_register process_pending
source   OpenSRS/osrs-toolkit-php: forced_pending

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

op adjust reseller=@shop balance=10.00
shop > sw_register domain  domain=tan.sg contacts=@wei
     < response_code = 200
     < attributes.forced_pending -> $id
mail wei none for P1D
state order $id  status = pending  consent.status = none
op adjust reseller=@shop balance=100.00
shop > process_pending domain  order_id=$id
     < response_code = 300
state order $id      status = waiting
state reseller shop  held = 29.75
mail wei within PT1M  type = consent.async
wei consent
state order $id      status = completed
state reseller shop  held = 0.00  balance = 70.25
