version 1
scenario "What registries want to know besides contacts: demanded, checked, kept, shown and changed"
id       MODIFY-012
level    must
covers   sw_register modify get
source   "TLD-specific request fields" of sw_register, modify and get domain: nexus, ced_info, legal_type

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request
ignore mail consent.sync
ignore mail consent.async

# Some of it depends on the rest.
foreach case         purpose  category  validator  code  text
  |     citizen      P1       C11       ""         200   "successfully completed"
  |     company      P5       C31       SE         200   "successfully completed"
  |     no-purpose   ""       C11       ""         460   "Required field 'tld_data.nexus.app_purpose' not provided"
  |     no-category  P1       ""        ""         460   "Required field 'tld_data.nexus.category' not provided"
  |     no-country   P1       C31       ""         460   "Required field 'tld_data.nexus.validator' not provided"
  |     odd-purpose  P6       C11       ""         465   "error=<tld_data.nexus.app_purpose 'P6'>"
  |     odd-country  P1       C32       XX         465   "error=<tld_data.nexus.validator 'XX'>"

  shop > sw_register domain  domain=ek-bikes.us owner=@anna
         tld_data.nexus.app_purpose=$purpose tld_data.nexus.category=$category tld_data.nexus.validator=$validator
       < response_code = $code  response_text ~ $text
end

# A client that sends only contacts, and one that says it without "tld_data".
shop > raw sw_register domain  domain=ek-bikes.us reg_type=new period=1 handle=process
       reg_username=annaek reg_password=secret1234 custom_nameservers=0 custom_tech_contact=0
       owner=@anna admin=@anna billing=@anna
     < is_success = 0  response_code = 460
shop > raw sw_register domain  domain=ek-bikes.us reg_type=new period=1 handle=process
       reg_username=annaek reg_password=secret1234 custom_nameservers=0 custom_tech_contact=0
       owner=@anna admin=@anna billing=@anna nexus.app_purpose=P3 nexus.category=C21
     < response_code = 200
shop > get domain  domain=ek-bikes.us type=nexus_info
     < attributes.nexus.app_purpose = P3  attributes.nexus.category = C21
     < attributes.nexus.validator absent
shop > get domain  domain=ek-bikes.us type=tld_data
     < attributes.tld_data.nexus.app_purpose = P3
shop > get domain  domain=ek-bikes.us type=all_info
     < attributes.tld_data.nexus.category = C21

foreach case        category  validator  code  is   text
  |     to-citizen  C11       ""         200   C11  "Update successful"
  |     to-company  C32       SE         200   C32  "Update successful"
  |     no-country  C31       ""         460   C21  "Required field 'tld_data.nexus.validator' not provided"
  |     odd         C99       ""         465   C21  "Invalid data, error=<tld_data.nexus.category 'C99'>"

  shop > modify domain  domain=ek-bikes.us data=nexus_info nexus.category=$category nexus.validator=$validator
       < response_code = $code  response_text = $text
  shop > get domain  domain=ek-bikes.us type=nexus_info
       < attributes.nexus.category = $is  attributes.nexus.app_purpose = P3
end
shop > modify domain  domain=ek-bikes.us data=tld_data tld_data.nexus.app_purpose=P2
     < response_code = 200
shop > get domain  domain=ek-bikes.us type=nexus_info
     < attributes.nexus.app_purpose = P2

foreach case        domain       data        path                value  code  text
  |     nothing     ek-bikes.us  nexus_info  domain_name         x.com  460   "Required field 'nexus' not provided"
  |     empty       ek-bikes.us  nexus_info  nexus.colour        red    460   "Required field 'tld_data.nexus' not provided"
  |     other-data  ek-bikes.us  ced_info    ced_info.id_number  1      465   "Domain does not support ced_info"

  shop > modify domain  domain=$domain data=$data $path=$value
       < is_success = 0  response_code = $code  response_text = $text
end
mall > modify domain  domain=ek-bikes.us data=nexus_info nexus.category=C11
     < is_success = 0  response_code = 415
mall > get domain  domain=ek-bikes.us type=nexus_info
     < is_success = 0  response_code = 415

# Other TLDs, other questions.
shop > sw_register domain  domain=ek-bikes.asia owner=@anna
     < response_code = 200
shop > modify domain  domain=ek-bikes.asia data=ced_info ced_info.locality_city=Singapore
     < response_code = 200
shop > get domain  domain=ek-bikes.asia type=ced_info
     < attributes.ced_info.locality_city = Singapore  attributes.ced_info.locality_country = SG
     < attributes.ced_info.id_type = passport  attributes.ced_info.id_type_info = ""
shop > modify domain  domain=ek-bikes.asia data=ced_info ced_info.id_type=other
     < is_success = 0  response_code = 460
     < response_text = "Required field 'tld_data.ced_info.id_type_info' not provided"
