version 1
scenario "Cookies: an hour, another name, the wrong hands, the end"
id       COOKIE-340
level    should
covers   set update delete
source   "recorded replies cookie/; OpenSRS Perl client, manage.cgi"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

shop > sw_register domain  domain=b-bikes.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=a-bikes.com
     < response_code = 200
shop > sw_register domain  domain=other-bikes.com owner=@anna reg_username=boss reg_password=chain4567
     < response_code = 200
shop > set cookie  domain=a-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $cookie  attributes.f_owner = 1  attributes.domain_count = 2

# A wrong password is judged for the name that it is given for.
shop > set cookie  domain=other-bikes.com reg_username=anna reg_password=pedal4567
     < response_code = 415
shop > set cookie  domain=a-bikes.com reg_username=anna reg_password=chain4567
     < response_code = 415

# It opens its own name, and with its login another one.
shop > get domain  ^cookie=$cookie type=status
     < response_code = 200
shop > update cookie  ^cookie=$cookie reg_username=anna reg_password=pedal4567 domain=a-bikes.com domain_new=other-bikes.com
     < response_code = 415
shop > update cookie  ^cookie=$cookie reg_username=anna reg_password=pedal4567 domain=a-bikes.com domain_new=b-bikes.com
     < response_code = 200
shop > get userinfo  ^cookie=$cookie
     < attributes.domain = b-bikes.com

# An hour without use, and each use begins it anew.
foreach used         when             code
  |     last-second  start+PT1H-PT1S  200
  |     an-hour      start+PT1H       415

  at $when
  shop > get domain  ^cookie=$cookie type=status
       < response_code = $code
end
advance PT59M
shop > get domain  ^cookie=$cookie type=status
     < response_code = 200
advance PT59M
shop > get domain  ^cookie=$cookie type=status
     < response_code = 200

# In the hands of another reseller, and made up.
mall > get domain  ^cookie=$cookie type=status
     < response_code = 415  response_text = "Invalid Cookie Supplied"
mall > delete cookie  cookie=$cookie
     < response_code = 415
shop > get domain  ^cookie=1:1 type=status
     < response_code = 415  response_text = "Invalid Cookie Supplied"
shop > delete cookie  cookie=1:1
     < response_code = 415

shop > delete cookie  cookie=$cookie
     < response_code = 200
shop > delete cookie  cookie=$cookie
     < response_code = 415
shop > get domain  ^cookie=$cookie type=status
     < response_code = 415
shop > quit session
     < response_code = 200  response_text = "Closing connection"
