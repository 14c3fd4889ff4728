version 1
scenario "One password for all names of a profile, changed by the end user or by the reseller"
id       USERS-121
level    must
covers   sw_register set change get_user_access_info
source   "domains.opensrs.guide/docs/change-password"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-boats.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.com
     < response_code = 200

foreach case        password               code  then
  |     good        saddle89               200   saddle89
  |     signs       "a1[]()!@^,.~|=-+_{}"  200   "a1[]()!@^,.~|=-+_{}"
  |     three       abc                    200   abc
  |     two         ab                     465   pedal4567
  |     twenty      12345678901234567890   200   12345678901234567890
  |     twenty-one  123456789012345678901  465   pedal4567
  |     percent     no%percent             465   pedal4567

  shop > set cookie  domain=ek-boats.com reg_username=anna reg_password=pedal4567
       < attributes.cookie -> $cookie
  shop > change password  ^cookie=$cookie reg_password=$password
       < response_code = $code
  shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=$then
       < response_code = 200
  shop > get_user_access_info userinfo  domain_name=ek-boats.com
       < attributes.reg_username = anna  attributes.reg_password = $then
  # Whoever was logged in stays so.
  shop > get userinfo  ^cookie=$cookie
       < response_code = 200
end

# The reseller needs no cookie, only the name; and it has to be its own.
shop > change password  ^domain=ek-bikes.com reg_password=saddle89
     < response_code = 200
shop > set cookie  domain=ek-boats.com reg_username=anna reg_password=saddle89
     < response_code = 200
shop > set cookie  domain=ek-boats.com reg_username=anna reg_password=pedal4567
     < response_code = 415
mall > change password  ^domain=ek-bikes.com reg_password=stolen999
     < response_code = 415
mall > get_user_access_info userinfo  domain_name=ek-bikes.com
     < response_code = 480
shop > change password  reg_password=saddle89
     < response_code = 460  response_text = "No Domain Supplied"
