version 1
scenario "The owner has another address while the order waits: ordered again, a new person is asked, and the days begin anew"
id       CONSENT-022
level    must
covers   sw_register process_pending
source   the choice of this model: a new fingerprint is a new request

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor moved  person    name="Wei Tan" country=SG email=wei@new.example

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $old
mail wei within PT1M  type = consent.async
advance P8D
shop > process_pending domain  order_id=$old command=cancel
     < response_code = 200
shop > sw_register domain  domain=tan.sg contacts=@moved
     < response_code = 300
     < attributes.id -> $new
mail moved within PT1M  type = consent.async
mark asked
# What the old address says is another person's answer.
wei consent
state order $new  status = waiting

foreach case          when             says     status
  |     old-deadline  start+P10DT1M    -        waiting
  |     last-second   asked+P10D-PT1S  consent  completed
  |     new-deadline  asked+P10D       -        declined

  at $when
  moved $says
  state order $new  status = $status
end
