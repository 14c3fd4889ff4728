version 1
scenario "Whoever polls sees the order waiting until day ten, however patient they are"
id       CONSENT-023
level    must
covers   sw_register get_order_info lookup get_balance poll
source   "ccTLD registration and consent", type 2; H-Sphere, OpenSRS configuration: a job that polls

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
mark asked

foreach case         when             status    lookup  hold   balance
  |     an-hour      asked+PT1H       waiting   221     29.75  1000.00
  |     day-one      asked+P1D        waiting   221     29.75  1000.00
  |     day-nine     asked+P9D        waiting   221     29.75  1000.00
  |     last-second  asked+P10D-PT1S  waiting   221     29.75  1000.00
  |     day-ten      asked+P10D       declined  210     0.00   1000.00
  |     a-month      asked+P30D       declined  210     0.00   1000.00

  at $when
  shop > get_order_info domain  order_id=$id
       < attributes.field_hash.status = $status
  shop > lookup domain  domain=tan.sg
       < response_code = $lookup
  shop > get_balance balance
       < attributes.hold_balance = $hold
       < attributes.balance = $balance
end
