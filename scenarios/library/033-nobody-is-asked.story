version 1
scenario "The standard process asks nobody, and a gTLD asks something else"
id       CONSENT-003
level    must
covers   sw_register get
source   "ccTLD registration and consent", type 3 and gTLDs

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case      name       wire  verified
  |     standard  tan.co.uk  NA    -
  |     gtld      tan.com    NONE  PT0S

  op policy tld.co.uk.process=standard
  shop > sw_register domain  domain=$name contacts=@wei
       < is_success = 1  response_code = 200
       < attributes.id -> $id
  mail wei within $verified  type = verification.request
  mail wei none for P1D
  state order $id  status = completed  debited = yes
  state $name      consent.status = none  consent.deadline absent
  shop > get domain  type=all_info domain=$name
       < attributes.gdpr_consent_status = $wire
  shop > gdpr_send_consent_reminder_email domain  domain=$name
       < is_success = 0  response_code = 465
end
