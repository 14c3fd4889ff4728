version 1
scenario "A parked .de name is activated; what is not parked, or of another registry, is not"
id       MODIFY-387
level    should
covers   sw_register activate get modify
source   "github.com/OpenSRS/osrs-toolkit-php: activates a parked .DE domain; github.com/yola/opensrs"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example fax=+46.85551234
actor op     operator

ignore mail verification.request
ignore mail consent.sync

shop > sw_register domain  domain=ek-bikes.de contacts=@anna f_parkp=Y reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > get domain  domain=ek-bikes.de type=status
     < attributes.parkp_status = on
mall > activate domain  domain=ek-bikes.de
     < response_code = 415  support_message exists
shop > activate domain
     < response_code = 460  response_text = "No Domain Supplied"

# Clients call it "domainname".
shop > raw activate domain  domainname=ek-bikes.de
     < response_code = 200  response_text = "Command Successful"  attributes absent
shop > get domain  domain=ek-bikes.de type=status
     < attributes.parkp_status = ""
shop > activate domain  domain=ek-bikes.de
     < is_success = 0  response_code = 465  response_text = "Domain 'ek-bikes.de' is not parked"
shop > sw_register domain  domain=ek-bikes.com contacts=@anna f_parkp=Y
     < response_code = 200
shop > activate domain  domain=ek-bikes.com
     < response_code = 465  response_text = "Domain does not support activation"

# The owner, and a helper who may change nameservers, not one who may change the rest.
foreach case         bits  code  status
  |     nameservers  16    200   ""
  |     the-rest     47    435   on

  shop > modify domain  domain=ek-bikes.de data=parkpage_state state=on
       < response_code = 200
  shop > add subuser  domain=ek-bikes.de sub_username=sue sub_password=helper45 sub_permission=$bits
       < response_code = 200
  shop > set cookie  domain=ek-bikes.de reg_username=sue reg_password=helper45
       < attributes.cookie -> $sue
  shop > activate domain  ^cookie=$sue
       < response_code = $code
  shop > get domain  domain=ek-bikes.de type=status
       < attributes.parkp_status = $status
end

# A registry that takes its time, one that does not want it, and one that has other rules.
op policy tld.de.registry=async tld.de.registry_delay=PT5M
shop > modify domain  domain=ek-bikes.de data=parkpage_state state=on
     < response_code = 200
shop > activate domain  domain=ek-bikes.de
     < response_code = 250  attributes.waiting_requests_no = 1
shop > activate domain  domain=ek-bikes.de
     < response_code = 437
mark asked
at asked+PT4M59S
shop > get domain  domain=ek-bikes.de type=status
     < attributes.parkp_status = on
at asked+PT5M
shop > get domain  domain=ek-bikes.de type=status
     < attributes.parkp_status = ""
op policy tld.de.registry=realtime
shop > modify domain  domain=ek-bikes.de data=parkpage_state state=on
     < response_code = 200
fault registry_reject  action=activate times=1
shop > activate domain  domain=ek-bikes.de
     < response_code = 405  is_success = 0
op policy activate.tlds="fr com"
shop > activate domain  domain=ek-bikes.de
     < response_code = 465
shop > activate domain  domain=ek-bikes.com
     < response_code = 200
