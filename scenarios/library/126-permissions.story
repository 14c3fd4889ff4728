version 1
scenario "A helper changes what its bits allow, and nothing else"
id       USERS-126
level    must
covers   sw_register add set update_contacts modify change get force_dns_nameservers
source   "domains.opensrs.guide/docs/add-subuser: the bits; OpenSRS API Integration for XML, page 45: the words"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor nina   person  name="Nina Berg" email=nina@berg.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# Bits: 1 owner, 2 admin, 4 billing, 8 tech, 16 nameservers, 32 reseller's contact, 64 the rest.
foreach case     mask  owner  admin  tech
  |     none     0     435    435    435
  |     owner    1     200    435    435
  |     admin    2     435    200    435
  |     tech     8     435    435    200
  |     two      10    435    200    200
  |     all      127   200    200    200
  |     all-but  126   435    200    200

  shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=$mask
       < response_code = 200
  shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
       < attributes.cookie -> $sue
  shop > raw get domain  ^cookie=$sue type=all_info
       < response_code = 200
  shop > update_contacts  ^cookie=$sue tech=@nina
       < response_code = $tech
  shop > update_contacts  ^cookie=$sue admin=@nina
       < response_code = $admin
  shop > update_contacts  ^cookie=$sue owner=@nina
       < response_code = $owner
  # Never a sub-user's: the lock, what happens at expiry, other names, the login.
  shop > modify  ^cookie=$sue data=status lock_state=1
       < response_code = 435  response_text = "Permission Denied: not owner"
  shop > modify  ^cookie=$sue data=expire_action auto_renew=1 let_expire=0
       < response_code = 435
  shop > update_contacts  ^cookie=$sue admin=@nina affect_domains=1
       < response_code = 435
  shop > change password  ^cookie=$sue reg_password=stolen999
       < response_code = 435
  shop > change ownership  ^cookie=$sue username=sue password=stolen999
       < response_code = 435
  state ek-bikes.com  locked = no  auto_renew = no
end

shop > add subuser  domain=ek-bikes.com sub_username=sue sub_password=helper45 sub_permission=8
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
shop > update_contacts  ^cookie=$sue owner=@nina
     < response_code = 435  response_text = "Permission Denied for Modify owner, f_owner=0"
state ek-bikes.com  contacts.owner.email = @anna
shop > force_dns_nameservers  ^cookie=$sue domain=ek-bikes.com
     < response_code = 435  response_text = "Permission denied, subuser permissions"
# The owner, and the reseller without a cookie, may do everything.
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $owner
shop > modify  ^cookie=$owner data=status lock_state=1
     < response_code = 200
state ek-bikes.com  locked = yes
shop > modify  domain=ek-bikes.com data=status lock_state=0
     < response_code = 200
state ek-bikes.com  locked = no
