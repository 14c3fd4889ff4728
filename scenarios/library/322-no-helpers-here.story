version 1
scenario "A reseller decides whether owners may have helpers, and how much they may be let do"
id       SETTINGS-322
level    should
covers   sw_register add set get update_contacts
source   "domains.opensrs.guide/docs/add-subuser; response codes, 435 and 447"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor nina   person  name="Nina Berg" email=nina@berg.example
actor op     operator

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

op adjust reseller=@shop subusers=no
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=2
     < response_code = 447  response_text = "Sub-user limit exceeded"
op adjust reseller=@shop subusers=yes subuser_permissions="admin tech"
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=3
     < response_code = 435  response_text = "Permission denied, subuser permissions"
shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=2
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue  attributes.permission = 2
shop > update_contacts  ^cookie=$sue admin=@nina
     < response_code = 200

# Taken back, it is taken from those who had it; given again, they have it again.
op adjust reseller=@shop subuser_permissions=tech
shop > update_contacts  ^cookie=$sue admin=@anna
     < response_code = 435
shop > get userinfo  ^cookie=$sue
     < attributes.permission = 0
op adjust reseller=@shop subuser_permissions="admin tech"
shop > update_contacts  ^cookie=$sue admin=@anna
     < response_code = 200

op adjust reseller=@shop subusers=no
shop > get userinfo  ^cookie=$sue
     < response_code = 415  response_text = "Invalid Cookie Supplied"
shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
     < response_code = 415
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < response_code = 200  attributes.f_owner = 1
