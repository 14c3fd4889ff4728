version 1
scenario "A registry's yes to a name that has gone to somebody else is a no"
id       ORDER-013
level    should
covers   sw_register belongs_to_rsp
source   inferred: a registry registers a name once

world
  clock   2026-03-02T09:00:00Z
  policy  tld.io.registry=async

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry
actor op     operator

shop > sw_register domain  domain=cole.io owner=@carl
     < response_code = 250
     < attributes.id -> $order

foreach case       gone       says    ended      ours  balance
  |     free       -          accept  completed  1     971.25
  |     gone       elsewhere  accept  declined   0     1000.00
  |     by-itself  elsewhere  -       declined   0     1000.00

  op add domain=cole.io registrar=$gone
  nic $says order=$order
  advance PT5M
  state order $order   status = $ended  held = no
  state reseller shop  balance = $balance  held = 0.00
  shop > belongs_to_rsp domain  domain=cole.io
       < attributes.belongs_to_rsp = $ours
end
