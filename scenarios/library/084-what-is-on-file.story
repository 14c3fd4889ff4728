version 1
scenario "What is on file: the types of get, the list of a profile, the price and the day of expiry"
id       GET-001
level    must
covers   get set update quit sw_register get_price get_domains_by_expiredate get_domains_contacts belongs_to_rsp
source   "get domain", "cookies", "get_price", "get_domains_by_expiredate"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.reminder

shop > sw_register domain  domain=ek-bikes.com owner=@anna auto_renew=1 reg_username=annaek reg_password=secret1234
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
shop > sw_register domain  domain=ek-trikes.com owner=@anna period=2
       reg_domain=ek-bikes.com reg_username=annaek reg_password=secret1234
     < response_code = 200
mail anna none

foreach case     type             path                       value
  |     owner    owner            contact_set.owner.email    anna@ek.example
  |     admin    admin            contact_set.admin.email    anna@ek.example
  |     billing  billing          contact_set.billing.email  anna@ek.example
  |     expiry   expire_action    let_expire                 0
  |     flag     auto_renew_flag  auto_renew                 1
  |     lock     status           lock_state                 0
  |     servers  nameservers      nameserver_list.0.name     ns1.systemdns.com
  |     all      all_info         expiredate                 "2027-05-04 15:20:00"
  |     list     list             count                      2

  shop > get domain  domain=ek-bikes.com type=$type
       < response_code = 200  attributes.$path = $value
end
shop > get domain  domain=ek-bikes.com type=domain_auth_info
     < attributes.domain_auth_info exists

# An end user, by a cookie.
shop > set cookie  domain=ek-bikes.com reg_username=annaek reg_password=secret1234
     < response_code = 200  attributes.domain_count = 2  attributes.cookie -> $cookie
shop > get domain  ^cookie=$cookie type=list order_by=expiredate
     < attributes.domain_list.0 = ek-bikes.com  attributes.domain_list.1 = ek-trikes.com
     < attributes.remainder = 0
shop > get domain  ^cookie=$cookie type=list limit=1
     < attributes.remainder = 1
shop > update cookie  ^cookie=$cookie domain=ek-bikes.com domain_new=ek-trikes.com
       reg_username=annaek reg_password=secret1234
     < response_code = 200
shop > get domain  ^cookie=$cookie type=all_info
     < attributes.expiredate = "2028-05-04 15:20:00"
mall > get domain  ^cookie=$cookie type=all_info
     < is_success = 0  response_code = 415
shop > set cookie  domain=ek-bikes.com reg_username=annaek reg_password=wrong1234
     < is_success = 0  response_code = 415
shop > quit session  ^cookie=$cookie
     < response_text = "Closing connection"
shop > get domain  ^cookie=$cookie type=all_info
     < is_success = 0  response_code = 415

# Whose it is, what it costs, when it ends.
shop > belongs_to_rsp domain  domain=ek-bikes.com
     < attributes.belongs_to_rsp = 1  attributes.domain_expdate = "2027-05-04 15:20:00"
mall > belongs_to_rsp domain  domain=ek-bikes.com
     < attributes.belongs_to_rsp = 0
shop > get_price domain  domain=ek-bikes.com reg_type=renewal period=2
     < attributes.price = 23.24
shop > get_domains_contacts domain  domain_list.0=ek-bikes.com domain_list.1=theirs.com
     < response_code = 200
shop > get_domains_by_expiredate domain  exp_from=2027-05-04 exp_to=2027-05-04
     < attributes.total = 1  attributes.exp_domains.0.name = ek-bikes.com
shop > get_domains_by_expiredate domain  exp_from=2027-05-05 exp_to=2028-05-03
     < attributes.total = 0

foreach case      type                   code
  |     colour    colour                 465
  |     not-here  xpack_waiting_history  465

  shop > get domain  domain=ek-bikes.com type=$type
       < is_success = 0  response_code = $code
end
foreach case   type
  |     owner  owner
  |     list   list
  |     code   domain_auth_info

  mall > get domain  domain=ek-bikes.com type=$type
       < is_success = 0  response_code = 415
end
