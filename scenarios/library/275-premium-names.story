version 1
scenario "Some names cost more than the others of their TLD: how they are found, and what they cost"
id       PREMIUM-001
level    must
covers   lookup get_price
source   "domains.opensrs.guide/docs/get_price" and "docs/lookup-domain"

world
  clock   2026-05-04T15:20:00Z
  policy  premium.gold-bikes.com=1500.00
  policy  premium.wine.club=no

actor shop   reseller
actor op     operator

foreach case          name              type      period  price    registry  group
  |     everyday      silver-bikes.com  new       1       11.62    -         -
  |     own-price     gold-bikes.com    new       1       1500.00  1         -
  |     more-years    gold-bikes.com    new       3       1523.24  1         -
  |     as-premium    gold-bikes.com    premium   1       1500.00  1         -
  |     renewed       gold-bikes.com    renewal   2       23.24    1         -
  |     brought       gold-bikes.com    transfer  1       11.62    1         -
  |     of-the-list   coffee.shop       new       1       750.00   1         tier-2
  |     off-the-list  wine.club         new       1       19.50    -         -

  shop > get_price domain  domain=$name reg_type=$type period=$period
       < response_code = 200  attributes.price = $price
  shop > get_price domain  domain=$name reg_type=$type period=$period
       < attributes.is_registry_premium = $registry
  shop > get_price domain  domain=$name reg_type=$type period=$period
       < attributes.registry_premium_group = $group
end
shop > get_price domain  domain=silver-bikes.com
     < attributes.is_registry_premium absent
shop > get_price domain  domain=silver-bikes.com reg_type=premium
     < is_success = 0  response_code = 465
shop > get_price domain  domain=gold-bikes.com all_periods=1
     < attributes.prices.1 = 1500.00  attributes.prices.2 = 1511.62

foreach case       renewal   third
  |     as-others  standard  1523.24
  |     as-bought  premium   4500.00

  op policy price.premium_renewal=$renewal
  shop > get_price domain  domain=gold-bikes.com period=3
       < attributes.price = $third
end

foreach case      says       code  status
  |     for-sale  available  210   available
  |     reserved  taken      211   taken

  op policy lookup.premium=$says
  shop > lookup domain  domain=gold-bikes.com
       < is_success = 1  response_code = $code  attributes.status = $status
       < attributes.reason = "Premium Name"
  shop > lookup domain  domain=silver-bikes.com
       < response_code = 210  attributes.reason absent
end

op policy premium.silver-bikes.com="80.50 tier-9"
shop > get_price domain  domain=silver-bikes.com
     < attributes.price = 80.50  attributes.registry_premium_group = tier-9
op policy premium.silver-bikes.com=no
shop > get_price domain  domain=silver-bikes.com
     < attributes.price = 11.62
