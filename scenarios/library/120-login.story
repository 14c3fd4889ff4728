version 1
scenario "Who knows the login of a profile gets a cookie, and what others are told"
id       USERS-120
level    must
covers   sw_register set update delete get quit
source   "OpenSRS API Integration for XML", profiles and cookies; recorded replies cookie/

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
# The same words, but a profile of its own: nothing joins them.
shop > sw_register domain  domain=ek-trains.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

foreach case            domain         user  password   code
  |     right           ek-bikes.com   anna  pedal4567  200
  |     joined          ek-boats.com   anna  pedal4567  200
  |     wrong-password  ek-bikes.com   anna  pedal4568  415
  |     other-case      ek-bikes.com   Anna  pedal4567  415
  |     nobody          ek-planes.com  anna  pedal4567  415

  shop > set cookie  domain=$domain reg_username=$user reg_password=$password
       < response_code = $code
  # Another reseller learns nothing, not even with the right words.
  mall > set cookie  domain=$domain reg_username=$user reg_password=$password
       < response_code = 415
       < response_text ~ "^Authentication Error"
end

shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.f_owner = 1  attributes.domain_count = 2
     < attributes.cookie -> $cookie
shop > get userinfo  ^cookie=$cookie
     < response_code = 200  attributes.username = anna  attributes.domain = ek-bikes.com
     < attributes.domain_count = 2
mall > get userinfo  ^cookie=$cookie
     < response_code = 415

shop > update cookie  ^cookie=$cookie reg_username=anna reg_password=pedal4567 domain_new=ek-boats.com
     < response_code = 200  attributes.domain_count = 2
shop > get userinfo  ^cookie=$cookie
     < attributes.domain = ek-boats.com

# An hour without use ends it; each use begins another one.
advance PT59M59S
shop > get userinfo  ^cookie=$cookie
     < response_code = 200
advance PT1H
shop > get userinfo  ^cookie=$cookie
     < response_code = 415  response_text = "Invalid Cookie Supplied"

shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $first
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $second
shop > delete cookie  ^cookie=$first cookie=$first
     < response_code = 200
shop > get userinfo  ^cookie=$first
     < response_code = 415
shop > quit session  ^cookie=$second
     < response_code = 200  response_text = "Closing connection"
shop > get userinfo  ^cookie=$second
     < response_code = 415
