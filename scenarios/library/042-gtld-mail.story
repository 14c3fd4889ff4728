version 1
scenario "A gTLD asks for no consent, unless the newer help pages are believed"
id       CONSENT-SWITCH-GTLD-MAIL
level    may
covers   sw_register get
source   "ccTLD registration and consent" : gTLDs fall within another process; the conflicting help pages

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case   mail  written       status  wire
  |     none   off   -             none    NONE
  |     asked  on    consent.sync  asked   PENDING

  op policy consent.gtld_mail=$mail
  shop > sw_register domain  domain=tan.com contacts=@wei
       < response_code = 200
  mail wei within PT0S  type = verification.request
  mail wei within PT1M  type = $written
  advance PT1M
  state tan.com  state = active  consent.status = $status
  shop > get domain  type=all_info domain=tan.com
       < attributes.gdpr_consent_status = $wire
  mail wei none for P1D
end
