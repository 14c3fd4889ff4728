version 1
scenario "Refused or silent, an order is declined, cancelled or put on hold; its money is free in the same instant"
id       CONSENT-SWITCH-REFUSED-STATUS
level    may
covers   sw_register process_pending lookup
source   the vendor's page of order statuses; OpenSRS help, 360004099514 and 360004099814

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case               says  wait  policy     status
  |     refused-declined   deny  PT1H  declined   declined
  |     silent-declined    -     P10D  declined   declined
  |     refused-cancelled  deny  PT1H  cancelled  cancelled
  |     silent-cancelled   -     P10D  cancelled  cancelled
  |     refused-on-hold    deny  PT1H  hold       pending
  |     silent-on-hold     -     P10D  hold       pending

  op policy consent.refused_status=$policy
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < response_code = 300
       < attributes.id -> $id
  mail wei within PT1M  type = consent.async
  state reseller shop  held = 29.75
  event STATUS_CHANGE within PT0S  order_id = $id  order_status = waiting
  wei $says
  event STATUS_CHANGE within $wait  order_id = $id  order_status = $status
  state order $id      status = $status  held = no  debited = no
  state reseller shop  held = 0.00  balance = 1000.00
  shop > lookup domain  domain=tan.sg
       < response_code = 210
  # The reseller may try again; the owner's next answer may be another one.
  shop > process_pending domain  order_id=$id
       < response_code = 300
       < attributes.order_id -> $again
  state reseller shop  held = 29.75
  wei consent
  state order $again   status = completed
  state reseller shop  held = 0.00  balance = 970.25
end
