version 1
scenario "Settings that only some TLDs have, each set, read back, and refused elsewhere"
id       MODIFY-013
level    must
covers   modify get
source   "modify domain" and "get domain" : the values of data and type

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example country=SE
actor bert   person  name="Bert Ek" email=bert@ek.example country=CA state=ON postal_code=M5V1A1

ignore mail verification.request
ignore mail consent.sync
ignore mail consent.async

foreach case       domain          data                      path                            good         shown                   bad       code
  |     forward    ek-bikes.name   forwarding_email          forwarding_email                a@b.example  forwarding_email        nobody    465
  |     trademark  ek-bikes.ca     trademark                 trademark                       Y            trademark               maybe     465
  |     uk         ek-bikes.co.uk  uk_whois_opt              uk_whois_opt                    N            uk_whois_opt            maybe     465
  |     italy      ek-bikes.it     it_whois_display_setting  consent_for_publishing          1            consent_for_publishing  2         465
  |     reseller   ek-bikes.com    rsp_whois_info            flag                            N            domain_enabled          maybe     465
  |     parking    ek-bikes.com    parkpage_state            state                           on           -                       sideways  465
  |     data       ek-bikes.de     tld_data                  tld_data.owner_confirm_address  a@b.example  -                       nobody    465

  shop > sw_register domain  domain=$domain owner=@anna admin=@anna billing=@anna billing.fax=+46.81234
       < is_success = 1
  shop > modify domain  domain=$domain data=$data $path=$good
       < response_code = 200  response_text = "Update successful"
  shop > get domain  domain=$domain type=$data
       < response_code = 200  attributes.$shown = $good
  shop > modify domain  domain=$domain data=$data $path=$bad
       < is_success = 0  response_code = $code
  mall > modify domain  domain=$domain data=$data $path=$good
       < is_success = 0  response_code = 415
end

# None of them where the TLD has it not.
shop > sw_register domain  domain=ek-plain.com owner=@anna
     < response_code = 200
foreach case        data                      path                    value
  |     forward     forwarding_email          forwarding_email        a@b.example
  |     trademark   trademark                 trademark               Y
  |     uk          uk_whois_opt              uk_whois_opt            Y
  |     italy       it_whois_display_setting  consent_for_publishing  1
  |     canada      ca_whois_display_setting  display                 FULL
  |     registrant  cira_registrant           legal_type              CCO
  |     descr       descr                     descr                   "Ek and sons"
  |     tld-data    tld_data                  tld_data.x              y

  shop > modify domain  domain=ek-plain.com data=$data $path=$value
       < is_success = 0  response_code = 465  response_text ~ "Domain does not support"
end

# What CIRA knows of a registrant decides what it shows of him.
shop > sw_register domain  domain=ek-bikes.ca owner=@bert
     < response_code = 200
state whois ek-bikes.ca  registrant.shown = full
shop > get domain  domain=ek-bikes.ca type=ca_whois_display_setting
     < attributes.display = FULL
shop > modify domain  domain=ek-bikes.ca data=ca_whois_display_setting display=PRIVATE
     < is_success = 0  response_code = 465
shop > modify domain  domain=ek-bikes.ca data=cira_registrant legal_type=CCT owner=@anna
     < response_code = 200
shop > get domain  domain=ek-bikes.ca type=owner
     < attributes.contact_set.owner.email = anna@ek.example
shop > get domain  domain=ek-bikes.ca type=tld_data
     < attributes.tld_data.legal_type = CCT  attributes.tld_data.lang_pref = EN
shop > get domain  domain=ek-bikes.ca type=ca_whois_display_setting
     < attributes.display = PRIVATE
state whois ek-bikes.ca  registrant.shown = redacted
shop > modify domain  domain=ek-bikes.ca data=ca_whois_display_setting display=FULL
     < response_code = 200
state whois ek-bikes.ca  registrant.shown = full  registrant.name = "Anna Ek"
shop > modify domain  domain=ek-bikes.ca data=cira_registrant legal_type=XYZ
     < is_success = 0  response_code = 465

# .uk hides people unless they want to be seen.
shop > sw_register domain  domain=ek-bikes.co.uk owner=@anna
     < response_code = 200
shop > get domain  domain=ek-bikes.co.uk type=uk_whois_opt
     < attributes.uk_whois_opt = Y  attributes.reg_type = ""
shop > modify domain  domain=ek-bikes.co.uk data=uk_whois_opt uk_whois_opt=N reg_type=IND
     < response_code = 200
shop > get domain  domain=ek-bikes.co.uk type=uk_whois_opt
     < attributes.uk_whois_opt = N  attributes.reg_type = IND
state whois ek-bikes.co.uk  registrant.shown = full

# The nameservers, as old clients change them.
shop > modify domain  domain=ek-plain.com data=nameserver_list
       nameserver_list.0.name=ns1.ek.example nameserver_list.0.sortorder=1
     < response_code = 200
state ek-plain.com  nameservers.0 = ns1.ek.example
shop > modify domain  domain=ek-plain.com data=nameserver_list
     < is_success = 0  response_code = 460
