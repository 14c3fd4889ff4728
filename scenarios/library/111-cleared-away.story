version 1
scenario "All that is pending up to a date is cleared away, and what was declined if one asks for it"
id       ORDER-022
level    must
covers   sw_register cancel_pending_orders
source   "cancel_pending_orders" and recorded reply of the test system, 2011

world
  clock   2026-03-02T09:00:00Z  # 1772442000
  policy  tld.cc.registry=async

actor shop   reseller
actor mall   reseller
actor carl   person  name="Carl Cole" email=carl@cole.example
actor nic    registry

let both  0=pending 1=declined

shop > sw_register domain  domain=declined.cc owner=@carl
     < attributes.id -> $declined
nic reject order=$declined
shop > sw_register domain  domain=waiting.cc owner=@carl
     < attributes.id -> $waiting
shop > sw_register domain  domain=done.io owner=@carl
shop > sw_register domain  domain=old.io owner=@carl handle=save
     < attributes.id -> $old
mall > sw_register domain  domain=theirs.io owner=@carl handle=save
     < attributes.id -> $theirs
advance PT1S
shop > sw_register domain  domain=new.io owner=@carl handle=save
     < attributes.id -> $new

foreach case       to          which               total  earlier    later      refused
  |     before     1772441999  pending             0      pending    pending    declined
  |     first      1772442000  pending             1      cancelled  pending    declined
  |     both-days  1772442001  pending             2      cancelled  cancelled  declined
  |     no-status  1772442001  ""                  2      cancelled  cancelled  declined
  |     declined   1772442001  declined            1      pending    pending    cancelled
  |     all        1772442001  "pending,declined"  3      cancelled  cancelled  cancelled
  |     as-a-list  1772442001  @both               3      cancelled  cancelled  cancelled

  shop > cancel_pending_orders order  to_date=$to status=$which
       < response_code = 200
       < attributes.total = $total
       < attributes.cancelled.$total absent
  state order $old       status = $earlier
  state order $new       status = $later
  state order $declined  status = $refused
  state order $waiting   status = waiting
  state order $theirs    status = pending
end
