version 1
scenario "A name goes to another end user: alone, with its whole profile, or into one that exists"
id       USERS-122
level    must
covers   sw_register set change get
source   "domains.opensrs.guide/docs/change-ownership; OpenSRS Perl client, manage.cgi"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-boats.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.com
     < response_code = 200
shop > sw_register domain  domain=ek-trains.com owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=ek-bikes.com
     < response_code = 200
shop > sw_register domain  domain=nina.com owner=@anna reg_username=nina reg_password=rails4567
     < response_code = 200

# Which name leaves, whether all do; and how many names each has then.
foreach case    leaves        all  nina  anna
  |     first   ek-bikes.com  0    1     2
  |     second  ek-boats.com  0    1     2
  |     all     ek-boats.com  1    3     -

  shop > set cookie  domain=$leaves reg_username=anna reg_password=pedal4567
       < attributes.cookie -> $cookie
  shop > change ownership  ^cookie=$cookie username=nina password=rails4567 move_all=$all
       < response_code = 200
  shop > set cookie  domain=$leaves reg_username=nina reg_password=rails4567
       < response_code = 200  attributes.domain_count = $nina
  shop > set cookie  domain=$leaves reg_username=anna reg_password=pedal4567
       < response_code = 415
  shop > set cookie  domain=ek-trains.com reg_username=anna reg_password=pedal4567
       < attributes.domain_count = $anna
  # The old owner is out.
  shop > get userinfo  ^cookie=$cookie
       < response_code = 415
end

foreach case      leaves        all  nina  anna
  |     one       ek-bikes.com  0    2     2
  |     all-join  ek-boats.com  1    4     -

  shop > change ownership  domain=$leaves username=nina password=rails4567 reg_domain=nina.com move_all=$all
       < response_code = 200
  shop > set cookie  domain=nina.com reg_username=nina reg_password=rails4567
       < attributes.domain_count = $nina
  shop > set cookie  domain=$leaves reg_username=nina reg_password=rails4567
       < attributes.domain_count = $nina
  shop > set cookie  domain=ek-trains.com reg_username=anna reg_password=pedal4567
       < attributes.domain_count = $anna
end

foreach case            user  password   to        code
  |     wrong-password  nina  rails4568  nina.com  415
  |     wrong-name      nora  rails4567  nina.com  415
  |     nobodys         nina  rails4567  free.com  415
  |     bad-syntax      n-n   rails4567  nina.com  465
  |     short           ni    rails4567  nina.com  465

  shop > change ownership  domain=ek-bikes.com username=$user password=$password reg_domain=$to
       < response_code = $code
  shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
       < attributes.domain_count = 3
end
