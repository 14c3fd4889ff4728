version 1
scenario "Asynchronous ccTLD: the owner has ten days to consent"
id       CONSENT-ASYNC-001
level    must
covers   sw_register get_order_info poll
source   "ccTLD registration and consent", type 2

world
  clock   2026-03-02T09:00:00Z
  policy  tld.sg.process=async

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

foreach case         when             does     order      lookup  debited
  |     day-nine     asked+P9D        consent  completed  211     yes
  |     last-second  asked+P10D-PT1S  consent  completed  211     yes
  |     too-late     asked+P10D       consent  declined   210     no
  |     denied       asked+P1D        deny     declined   210     no
  |     silent       asked+P11D       -        declined   210     no

  shop > sw_register domain  domain=tan.sg reg_type=new period=1 contacts=@wei
       < is_success = 1  response_code = 300
       < attributes.id -> $id
  mail wei within PT5M  type = consent.async  # taken; its instant is now
  mark asked
  state order $id  status = waiting  held = yes  debited = no
  at $when
  wei $does
  advance PT1H
  shop > get_order_info domain  order_id=$id
       < attributes.field_hash.status = $order
  shop > lookup domain  domain=tan.sg
       < response_code = $lookup
  state order $id  held = no  debited = $debited
end
