version 1
scenario "Ten days are 240 hours from the mail: an answer at the last second counts, one at the deadline does not"
id       CONSENT-005
level    must
covers   sw_register get_order_info
source   "ccTLD registration and consent", type 2; the choice of this model: who arrives with a timer comes after it

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=tan.sg contacts=@wei
     < response_code = 300
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
mark asked
state order $id  consent.deadline = 2026-03-12T09:01:00Z

foreach case               when             before    says     after      consent
  |     yes-second-before  asked+P10D-PT1S  waiting   consent  completed  given
  |     yes-at             asked+P10D       declined  consent  declined   given
  |     yes-second-after   asked+P10DT1S    declined  consent  declined   given
  |     no-second-before   asked+P10D-PT1S  waiting   deny     declined   refused
  |     no-at              asked+P10D       declined  deny     declined   refused
  |     still-silent       asked+P10D-PT1S  waiting   -        waiting    asked
  |     silent-at          asked+P10D       declined  -        declined   silent
  |     silent-after       asked+P10DT1S    declined  -        declined   silent

  at $when
  state order $id  status = $before
  wei $says
  state order $id  status = $after  consent.status = $consent
  shop > get_order_info domain  order_id=$id
       < attributes.field_hash.status = $after
end
