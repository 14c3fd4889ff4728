version 1
scenario "ccTLD consent: the order waits, the money is held, and the owner agrees on the tenth day"
id       CONSENT-TENTH-DAY
level    must
covers   sw_register lookup get_order_info gdpr_send_consent_reminder_email
source   "ccTLD registration and consent", type 2

world
  clock   2026-03-02T09:00:00Z
  policy  tld.sg.process=async

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=tan.sg reg_type=new period=1 contacts=@wei
     < is_success = 1  response_code = 300
     < attributes.id -> $id
mail wei within PT5M  type = consent.async
mark asked
state order $id  status = waiting  held = yes  debited = no
shop > lookup domain  domain=tan.sg
     < response_code = 221
at asked+P5D
shop > gdpr_send_consent_reminder_email domain  domain=tan.sg
     < response_code = 200
mail wei within PT0S  type = consent.resend
at asked+P10D-PT1S
wei consent
state order $id  status = completed  held = no  debited = yes
shop > get_order_info domain  order_id=$id
     < attributes.field_hash.status = completed
shop > lookup domain  domain=tan.sg
     < response_code = 211
