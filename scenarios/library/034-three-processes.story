version 1
scenario "One name in each process: who waits, who pays when, who is written to"
id       CONSENT-004
level    must
covers   sw_register lookup
source   "ccTLD registration and consent", types 1 to 3

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor op     operator

foreach case          process   code  lookup  status     now_held  now_paid  written        in_the_end  paid
  |     synchronous   sync      200   211     completed  0.00      970.25    consent.sync   completed   970.25
  |     asynchronous  async     300   221     waiting    29.75     1000.00   consent.async  declined    1000.00
  |     standard      standard  200   211     completed  0.00      970.25    -              completed   970.25

  op policy tld.sg.process=$process
  shop > sw_register domain  domain=tan.sg contacts=@wei
       < is_success = 1  response_code = $code
       < attributes.id -> $id
  shop > lookup domain  domain=tan.sg
       < response_code = $lookup
  state order $id      status = $status
  state reseller shop  held = $now_held  balance = $now_paid
  mail wei within PT1M  type = $written
  advance P11D
  state order $id      status = $in_the_end
  state reseller shop  held = 0.00  balance = $paid
end
