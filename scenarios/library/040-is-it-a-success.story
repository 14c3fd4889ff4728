version 1
scenario "Whether the reply to an order that waits for consent is a success; the order waits either way"
id       CONSENT-SWITCH-IS-SUCCESS
level    may
covers   sw_register
source   the code table: 300 and its text; is_success is inferred

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case     success
  |     success  1
  |     none     0

  op policy consent.is_success=$success
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < is_success = $success  response_code = 300
       < response_text = "Registration is pending contact agreeing to share information per GDPR."
       < attributes.registration_text = "Registration is pending contact agreeing to share information per GDPR."
       < attributes.registration_code = 300
       < attributes.admin_email = wei@tan.example
       < attributes.async_reason exists
       < attributes.id -> $id
  state order $id  status = waiting  held = yes
  mail wei within PT1M  type = consent.async
  wei consent
  state order $id  status = completed
end
