version 1
scenario "The link of the newest mail is open for months, and a reminder opens it again"
id       CONSENT-SWITCH-LINK-DAYS
level    may
covers   sw_register gdpr_send_consent_reminder_email
source   "ccTLD registration and consent", FAQ: the link won't expire for several months

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

shop > sw_register domain  domain=tan.co.uk contacts=@wei
     < response_code = 200

foreach case              days  wait        opened
  |     half-a-year-last  180   P180D-PT1S  200
  |     half-a-year-at    180   P180D       409
  |     half-a-year-past  180   P180DT1S    409
  |     a-month-last      30    P30D-PT1S   200
  |     a-month-at        30    P30D        409

  op policy consent.link_days=$days
  mail wei within PT1M  type = consent.sync
  advance $wait
  wei consent
      < ^status = $opened
  shop > gdpr_send_consent_reminder_email domain  domain=tan.co.uk
       < response_code = 200
  mail wei within PT0S  type = consent.resend
  wei consent
      < ^status = 200
  state tan.co.uk  consent.status = given
end
