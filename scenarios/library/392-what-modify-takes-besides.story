version 1
scenario "What modify takes besides: more about a registrant of .ca, an organization's text, all names of a profile"
id       MODIFY-392
level    should
covers   sw_register set modify get
source   "domains.opensrs.guide/docs/modify-domain; OpenSRS Perl client, manage.cgi"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example fax=+46.85551234

ignore mail verification.request
ignore mail consent.sync

# A registrant of .ca.
shop > sw_register domain  domain=ek-bikes.ca owner=@anna
     < response_code = 200
shop > modify domain  domain=ek-bikes.ca data=cira_registrant legal_type=CCT lang_pref=FR rant_no=4711 domain_description="Bikes and more"
     < response_code = 200
shop > get domain  domain=ek-bikes.ca type=tld_data
     < attributes.tld_data.lang_pref = FR  attributes.tld_data.rant_no = 4711
     < attributes.tld_data.domain_description = "Bikes and more"
shop > modify domain  domain=ek-bikes.ca data=cira_registrant legal_type=CCT lang_pref=SV
     < is_success = 0  response_code = 465

# An organization's text, in the newer way and in the old one.
shop > sw_register domain  domain=ek-bikes.de contacts=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > modify domain  domain=ek-bikes.de data=descr descr="Ek and sons"
     < response_code = 200
shop > get domain  domain=ek-bikes.de type=all_info
     < attributes.descr = "Ek and sons"
shop > modify domain  domainname=ek-bikes.de data=descr_info contact_set.owner.descr="Ek and daughters"
     < response_code = 200
shop > get domain  domain=ek-bikes.de type=all_info
     < attributes.descr = "Ek and daughters"

# All names of a profile, as two kinds have flags of their own for it.
foreach case   kind            flag               value  one           two            shown
  |     uk     uk_whois_opt    uk_affect_domains  N      ek-one.co.uk  ek-two.org.uk  uk_whois_opt
  |     whois  rsp_whois_info  all                N      ek-one.com    ek-two.com     domain_enabled

  shop > sw_register domain  domain=$one contacts=@anna reg_username=owen reg_password=pedal4567
       < response_code = 200
  shop > sw_register domain  domain=$two contacts=@anna reg_username=owen reg_password=pedal4567 reg_domain=$one
       < response_code = 200
  shop > modify domain  domain=$one data=$kind uk_whois_opt=$value flag=$value $flag=1
       < response_code = 465  response_text = "apply_to_all flag not permitted"
  shop > get domain  domain=$one type=$kind
       < attributes.$shown != $value
  shop > set cookie  domain=$one reg_username=owen reg_password=pedal4567
       < attributes.cookie -> $owen
  shop > modify domain  ^cookie=$owen data=$kind uk_whois_opt=$value flag=$value $flag=1
       < response_code = 200
  shop > get domain  domain=$one type=$kind
       < attributes.$shown = $value
  shop > get domain  domain=$two type=$kind
       < attributes.$shown = $value
end
