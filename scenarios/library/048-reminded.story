version 1
scenario "A reminder is a mail at once, as often as the reseller likes, and wins no day"
id       CONSENT-017
level    must
covers   sw_register gdpr_send_consent_reminder_email
source   domains.opensrs.guide/docs/gdpr_send_consent_reminder_email; OpenSRS help, 360004099814: from the initial request

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor mall   reseller

# Of a name that stands, in whatever state the question is.
foreach case       wait  says     status
  |     too-early  PT0S  -        pending
  |     asked      PT1M  -        asked
  |     silent     P11D  -        silent
  |     refused    PT1M  deny     refused
  |     given      PT1M  consent  given

  shop > sw_register domain  domain=tan.co.uk contacts=@wei
       < response_code = 200
  advance $wait
  wei $says
  shop > gdpr_send_consent_reminder_email domain  domain=tan.co.uk
       < response_code = 200
  mail wei within PT0S  type = consent.resend
  state tan.co.uk  consent.status = $status
  mail wei within PT1M  type = consent.sync  at = 2026-03-02T09:01:00Z  # it took no one's place
end

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
mark asked

foreach case      resent           says     when             status
  |     in-time   asked+P5D        consent  asked+P10D-PT1S  completed
  |     too-late  asked+P10D-PT1S  consent  asked+P10D       declined
  |     silent    asked+P9D        -        asked+P10D       declined

  at $resent
  shop > gdpr_send_consent_reminder_email domain  domain=tan.sg
       < is_success = 1  response_code = 200
       < response_text = "GDPR consent reminder email request has been submitted"
  mail wei within PT0S  type = consent.resend  link consent exists
  shop > gdpr_send_consent_reminder_email domain  domain=tan.sg
       < response_code = 200
  mail wei within PT0S  type = consent.resend
  state order $id  status = waiting  consent.deadline = 2026-03-12T09:01:00Z
  at $when
  wei $says
  state order $id  status = $status
end

# Whose name it is not cannot have its owner reminded.
mall > gdpr_send_consent_reminder_email domain  domain=tan.sg
     < is_success = 0  response_code = 480
shop > gdpr_send_consent_reminder_email domain  domain=nobody.sg
     < is_success = 0  response_code = 480
