version 1
scenario "A helper stays with the names of the owner who let it in"
id       USERS-128
level    should
covers   sw_register add change get set
source   "no public source: the choice of this model"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-boats.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.com
     < response_code = 200
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=2
     < response_code = 200

foreach case    leaves        all  bikes  boats
  |     first   ek-bikes.com  0    415    200
  |     second  ek-boats.com  0    200    415
  |     all     ek-boats.com  1    415    415

  shop > set cookie  domain=$leaves reg_username=sue reg_password=helper45
       < response_code = 200  attributes.cookie -> $sue
  shop > change ownership  domain=$leaves username=nina password=rails4567 move_all=$all
       < response_code = 200
  shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
       < response_code = $bikes
  shop > set cookie  domain=ek-boats.com reg_username=sue reg_password=helper45
       < response_code = $boats
  shop > get userinfo  ^cookie=$sue
       < response_code = 415
end
