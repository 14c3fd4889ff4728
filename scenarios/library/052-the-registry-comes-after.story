version 1
scenario "The ten days are for the owner alone: a registry that is asked on day nine may take its time"
id       CONSENT-021
level    must
covers   sw_register lookup
source   "ccTLD registration and consent", type 2; the vendor on asynchronous registries

world
  clock   2026-03-02T09:00:00Z
  policy  tld.sg.registry=async tld.sg.registry_delay=P3D

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example
actor nic    registry

shop > sw_register domain  domain=tan.sg contacts=@wei
     < response_code = 300
     < attributes.id -> $id
mail wei within PT1M  type = consent.async
event STATUS_CHANGE within PT0S  order_id = $id  order_status = waiting
advance P9D
wei consent
# The subscription begins now; whether the registry still works on it, this tells.
event STATUS_CHANGE within PT0S  order_id = $id  order_status = processed
mark agreed
shop > lookup domain  domain=tan.sg
     < response_code = 221
state reseller shop  held = 29.75  balance = 1000.00

foreach case           when             status     held   balance
  |     day-ten        agreed+P1D       processed  29.75  1000.00
  |     second-before  agreed+P3D-PT1S  processed  29.75  1000.00
  |     registered     agreed+P3D       completed  0.00   970.25

  # Too late to think again: the registry has the order.
  wei deny
  at $when
  state order $id      status = $status
  state reseller shop  held = $held  balance = $balance
end

foreach case      answer  status
  |     accepted  accept  completed
  |     rejected  reject  declined

  nic $answer order=$id
  event STATUS_CHANGE within PT0S  order_id = $id  order_status = $status
  state order $id  status = $status  held = no
end
