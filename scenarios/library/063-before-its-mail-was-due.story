version 1
scenario "Who has the link may answer before the minute is over; then no mail is due any more"
id       CONSENT-031
level    must
covers   sw_register
source   "ccTLD registration and consent", FAQ: the SMB already has the link

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

shop > sw_register domain  domain=first.co.uk contacts=@wei
     < response_code = 200
mail wei within PT1M  type = consent.sync

foreach case        name       says     order      consent
  |     stands-yes  tan.co.uk  consent  completed  given
  |     stands-no   tan.co.uk  deny     completed  refused
  |     waits-yes   tan.sg     consent  completed  given
  |     waits-no    tan.sg     deny     declined   refused

  op policy consent.async_mail=order
  shop > sw_register domain  domain=$name contacts=@wei
       < attributes.id -> $id
  state order $id  consent.status = pending
  wei $says
  state order $id  status = $order  consent.status = $consent  consent.deadline absent
  mail wei none for P20D
  state order $id  status = $order  consent.status = $consent
end
