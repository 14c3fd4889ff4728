version 1
scenario "The owner of a profile lets one helper in, changes and deletes it"
id       USERS-125
level    must
covers   sw_register add get modify delete set
source   "domains.opensrs.guide/docs/add-subuser, get-subuser, delete-subuser; OpenSRS Perl client, manage.cgi"

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
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $owner

shop > get subuser  ^cookie=$owner
     < response_code = 200  attributes.id = ""

foreach case          name  password  mask  code
  |     good          sue   helper45  127   200
  |     nothing       sue   helper45  0     200
  |     beyond        sue   helper45  128   465
  |     the-owner     anna  helper45  1     485
  |     bad-name      s-e   helper45  1     465
  |     bad-password  sue   ab        1     465

  shop > add subuser  ^cookie=$owner sub_username=$name sub_password=$password sub_permission=$mask
       < response_code = $code
end

shop > add subuser  ^cookie=$owner sub_username=sue sub_password=helper45 sub_permission=2
     < response_code = 200
# Of the whole profile, and one only.
shop > get subuser  domain=ek-boats.com
     < attributes.username = sue  attributes.permission = 2  attributes.id -> $id
shop > add subuser  ^cookie=$owner sub_username=sid sub_password=helper45 sub_permission=2
     < response_code = 447  response_text = "Sub-user limit exceeded"
mall > get subuser  domain=ek-bikes.com
     < response_code = 415

shop > set cookie  domain=ek-boats.com reg_username=sue reg_password=helper45
     < response_code = 200  attributes.f_owner = 0  attributes.permission = 2
     < attributes.cookie -> $sue
shop > get userinfo  ^cookie=$sue
     < attributes.username = sue  attributes.domain = ek-boats.com

# An empty password is left as it is.
shop > modify subuser  ^cookie=$owner sub_id=$id sub_username=susan sub_password="" sub_permission=24
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=susan reg_password=helper45
     < response_code = 200  attributes.permission = 24
shop > get userinfo  ^cookie=$sue
     < attributes.username = susan  attributes.permission = 24

# Profile and helpers are the owner's.
shop > get subuser  ^cookie=$sue
     < response_code = 435  response_text = "Permission Denied: not owner"
shop > delete subuser  ^cookie=$sue sub_id=$id
     < response_code = 435
shop > delete subuser  ^cookie=$owner sub_id=4711
     < response_code = 480
shop > delete subuser  ^cookie=$owner sub_id=$id
     < response_code = 200
shop > get userinfo  ^cookie=$sue
     < response_code = 415
shop > set cookie  domain=ek-bikes.com reg_username=susan reg_password=helper45
     < response_code = 415
shop > get subuser  ^cookie=$owner
     < attributes.username = ""
