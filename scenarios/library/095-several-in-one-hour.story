version 1
scenario "Several names turn out well between two questions: one list tells of them all"
id       ORDER-006
level    must
covers   sw_register poll
source   "OpenSRS Configuration", H-Sphere administrator guide, "Asynchronous Response Management"

world
  clock   2026-03-02T09:00:00Z
  policy  tld.de.process=standard  # consent has stories of its own

actor panel  reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example fax=+49.3012345678

strict events
ignore event CREATED
ignore event REGISTERED

fault unknown_status  domain=one.de then=accept after=PT10M
fault unknown_status  domain=two.de then=accept after=PT59M59S
fault unknown_status  domain=three.de then=accept after=PT1H1S
fault unknown_status  domain=four.de then=reject after=PT30M
panel > sw_register domain  domain=one.de owner=@carl
      < response_code = 436
panel > sw_register domain  domain=two.de owner=@carl
      < response_code = 436
panel > sw_register domain  domain=three.de owner=@carl
      < response_code = 436
panel > sw_register domain  domain=four.de owner=@carl
      < response_code = 436
event STATUS_CHANGE within PT0S  domain_name = one.de    order_status = waiting  order_reg_type = new
event STATUS_CHANGE within PT0S  domain_name = two.de    order_status = waiting
event STATUS_CHANGE within PT0S  domain_name = three.de  order_status = waiting
event STATUS_CHANGE within PT0S  domain_name = four.de   order_status = waiting

# The first question, an hour later.
advance PT1H
event STATUS_CHANGE within PT0S  domain_name = one.de   order_status = completed
event STATUS_CHANGE within PT0S  domain_name = four.de  order_status = declined
event STATUS_CHANGE within PT0S  domain_name = two.de   order_status = completed
event STATUS_CHANGE none
panel > poll event  limit=100
      < attributes.events.4.object_data.domain_name = one.de
      < attributes.events.4.object_data.order_status = completed
state reseller panel  held = 22.00

# The second one.
advance PT1H
event STATUS_CHANGE within PT0S  domain_name = three.de  order_status = completed
state reseller panel  held = 0.00  balance = 934.00
