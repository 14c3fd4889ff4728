version 1
scenario "A reseller may let the registrar approve changes of owners, and say otherwise of one name"
id       SETTINGS-325
level    should
covers   sw_register get_trade_designated_agent set_trade_designated_agent
source   "support.opensrs.com 201000063112: the designated agent"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200

foreach case       setting  said  allowed
  |     default    no       -     0
  |     resellers  yes      -     1
  |     names-yes  no       1     1
  |     names-no   yes      0     0

  op adjust reseller=@shop designated_agent=$setting
  state reseller shop  designated_agent = $setting
  shop > set_trade_designated_agent domain  domain=ek-bikes.com allow_designated_agent=$said
       < response_code = 200
  shop > get_trade_designated_agent domain  domain=ek-bikes.com
       < response_code = 200  attributes.allow_designated_agent = $allowed
  mall > get_trade_designated_agent domain  domain=ek-bikes.com
       < response_code = 415
  mall > set_trade_designated_agent domain  domain=ek-bikes.com allow_designated_agent=1
       < response_code = 415
end

shop > set_trade_designated_agent domain  domain=ek-bikes.com
     < response_code = 460
