version 1
scenario "A panel that waits three days for a name whose owner may take ten"
id       ORDER-025
level    must
covers   sw_register get_order_info process_pending belongs_to_rsp
source   "OpenSRS Configuration", H-Sphere administrator guide; "ccTLD registration and consent", type 2

world
  clock   2026-03-02T09:00:00Z

actor panel  reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

panel > sw_register domain  domain=tan.sg contacts=@wei
      < is_success = 1  response_code = 300
      < attributes.id -> $order
mail wei within PT1M  type = consent.async
mark asked
advance PT59M
panel > get_order_info domain  order_id=$order
      < attributes.field_hash.status = waiting

# The panel has timed out, and paid its customer back. Unlike an order that a registry works on, this one can be taken
# back; a panel that forgets to do so pays for what the owner says on day nine.
foreach case        cancels  answer   when            status     ours  balance
  |     forgotten   -        consent  asked+P9D       completed  1     970.25
  |     taken-back  cancel   consent  asked+P9D       cancelled  0     1000.00
  |     refused     -        deny     asked+P9D       declined   0     1000.00
  |     silent      -        -        asked+P10D      declined   0     1000.00
  |     in-time     -        consent  asked+P3D-PT1S  completed  1     970.25

  at asked+P2DT23H
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = waiting
  panel > process_pending domain  order_id=$order command=$cancels
        < response_code = 200
  at $when
  wei $answer
  panel > get_order_info domain  order_id=$order
        < attributes.field_hash.status = $status
  panel > belongs_to_rsp domain  domain=tan.sg
        < attributes.belongs_to_rsp = $ours
  state reseller panel  balance = $balance  held = 0.00
end
