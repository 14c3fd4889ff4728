version 1
scenario "Somebody plays the registry: yes, no, later, silence"
id       ORDER-011
level    must
covers   sw_register get_order_info
source   the control API: orders/ID/registry

world
  clock   2026-03-02T09:00:00Z
  policy  tld.io.registry=async tld.io.registry_delay=PT1H

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor nic    registry

shop > sw_register domain  domain=cole.io owner=@carl
     < response_code = 250
     < attributes.id -> $order

foreach case          does     later  when             status     balance
  |     by-itself     -        -      start+PT1H       completed  971.25
  |     accepts       accept   -      start+PT10M      completed  971.25
  |     rejects       reject   -      start+PT10M      declined   1000.00
  |     silent        unknown  -      start+P90D       waiting    1000.00
  |     later-before  -        P3D    start+P3DT9M59S  waiting    1000.00
  |     later-done    -        P3D    start+P3DT10M    completed  971.25
  |     sooner        -        PT1M   start+PT11M      completed  971.25
  |     speaks-again  unknown  P3D    start+P3DT10M    completed  971.25

  at start+PT10M
  nic $does order=$order
  nic delay order=$order after=$later
  at $when
  state order $order   status = $status
  state reseller shop  balance = $balance
  shop > get_order_info domain  order_id=$order
       < attributes.field_hash.status = $status
end

# Who has answered has answered.
nic accept order=$order
nic reject order=$order
    < ^status = 409
    < error.code = not_allowed
state order $order  status = completed  debited = yes
