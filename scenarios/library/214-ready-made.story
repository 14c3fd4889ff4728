version 1
scenario "A world that begins furnished: two resellers, and a person who is a customer of both"
id       FIXTURE-001
level    should
covers   get renew get_balance
source   fixtures/world/README.md

world
  clock    2026-05-04T15:20:00Z
  fixture  two-resellers

actor shop   reseller
actor other  reseller
ignore mail verification.request

# Each has its own names, and sees no other.
foreach name             shop  other
  |     ek-bikes.com     200   415
  |     ek-bikes.net     200   415
  |     okoye-foods.com  415   200
  |     anna-ek.com      415   200

  state $name  registrar = orrery  state = active
  shop > get domain  domain=$name type=all_info
       < response_code = $shop
  other > get domain  domain=$name type=all_info
        < response_code = $other
end

# Dates count from the day on which the world begins.
state ek-bikes.com  created = 2023-05-04T15:20:00Z  expires = 2027-05-04T15:20:00Z
state anna-ek.com   created = 2024-05-04T15:20:00Z  locked = yes

# The second has 500.00, and it is real money.
other > get_balance balance
      < attributes.balance = 500.00
other > renew domain  domain=okoye-foods.com currentexpirationyear=2027 period=1 handle=process
      < response_code = 200
state okoye-foods.com  expires = 2028-05-04T15:20:00Z
state reseller other   balance < 500.00

# What lies in the file is no end of it: the world goes on as any other.
advance P1Y
shop > get domain  domain=ek-bikes.net type=all_info
     < response_code = 200
