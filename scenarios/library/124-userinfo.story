version 1
scenario "A control panel asks who is logged in, and which settings the name's TLD has"
id       USERS-124
level    should
covers   sw_register get check
source   "domains.opensrs.guide/docs/get-userinfo; OpenSRS Perl client, manage.cgi"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

foreach case  domain          code  nexus  uk  privacy
  |     com   ek-bikes.com    1     0      0   1
  |     us    ek-bikes.us     1     1      0   0
  |     uk    ek-bikes.co.uk  0     0      1   0

  shop > sw_register domain  domain=$domain owner=@anna reg_username=anna reg_password=pedal4567
       < response_code = 200
  shop > get userinfo  domain=$domain
       < response_code = 200  object = USERINFO
       < attributes.username = anna  attributes.domain = $domain  attributes.f_owner = 1
       < attributes.expiredate = "2027-05-04 15:20:00"
       < attributes.capabilities.domain_auth_info = $code
       < attributes.capabilities.nexus_info = $nexus
       < attributes.capabilities.uk_whois_opt = $uk
       < attributes.capabilities.whois_privacy_state = $privacy
  mall > get userinfo  domain=$domain
       < response_code = 415
end

shop > get userinfo
     < response_code = 460
shop > check version
     < response_code = 200  attributes.sender = "OpenSRS SERVER"  attributes.version ~ ^XML
