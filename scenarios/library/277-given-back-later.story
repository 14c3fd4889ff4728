version 1
scenario "A registry that takes its time deletes a name later; until then it stands, and takes no other request"
id       REVOKE-002
level    must
covers   revoke modify get_balance lookup get
source   "asynchronous registries" ; the code table: 250 and 437

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor op     operator
actor anna   person    name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
op policy tld.com.registry=async
shop > revoke domain  domain=ek-bikes.com
     < is_success = 1  response_code = 250  attributes.waiting_requests_no = 1
     < response_text = "Action submitted successfully for processing to asynchronous registry"
shop > revoke domain  domain=ek-bikes.com
     < is_success = 0  response_code = 437
shop > get domain  domain=ek-bikes.com type=waiting_history
     < attributes.waiting_history.0.action = domain_revoke
     < attributes.waiting_history.0.request_status = waiting
shop > lookup domain  domain=ek-bikes.com
     < response_code = 211
shop > modify domain  domain=ek-bikes.com data=status lock_state=1
     < is_success = 0  response_code = 437
event DELETED none for PT4M59S
shop > get_balance
     < attributes.balance = 88.38
event DELETED within PT1S  reason = by-request  deletion_date = 2026-05-04T15:25:00Z
shop > get_balance
     < attributes.balance = 99.00
shop > lookup domain  domain=ek-bikes.com
     < response_code = 210

# The registry may also say no: at once, or later.
foreach case     registry  first  text                                                                     balance
  |     at-once  realtime  405    "Registry error: deletion refused"                                       87.38
  |     later    async     250    "Action submitted successfully for processing to asynchronous registry"  87.38

  op policy tld.com.registry=realtime
  shop > sw_register domain  domain=ek-boats.com owner=@anna
       < response_code = 200
  op policy tld.com.registry=$registry
  fault registry_reject  action=REVOKE domain=ek-boats.com times=1
  shop > revoke domain  domain=ek-boats.com
       < response_code = $first  response_text = $text
  advance PT5M
  shop > get_balance
       < attributes.balance = $balance
  shop > lookup domain  domain=ek-boats.com
       < response_code = 211
end

# A name that went otherwise meanwhile is not deleted twice.
op policy tld.com.registry=realtime
shop > sw_register domain  domain=ek-trikes.com owner=@anna
     < response_code = 200
fault registry_delay  action=REVOKE after=PT1H
shop > revoke domain  domain=ek-trikes.com
     < response_code = 250
op edit domain=ek-trikes.com state=deleted
advance PT2H
event DELETED none
shop > get_balance
     < attributes.balance = 87.38
