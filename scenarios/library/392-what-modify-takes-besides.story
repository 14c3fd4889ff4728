version 1
scenario "What modify takes besides: more about a registrant of .ca, an organization's text, all names of a profile"
id       MODIFY-392
level    should
covers   sw_register set modify update_contacts get
source   "domains.opensrs.guide/docs/modify-domain; OpenSRS Perl client, manage.cgi"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example fax=+46.85551234
actor nina   person  name="Nina Berg" email=nina@berg.example fax=+46.85551235

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

# Who is named in the request reads what became of all of them; of one name alone there is nothing to read.
shop > sw_register domain  domain=ek-mail.com owner=@anna reg_username=mail reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=ek-mail.de contacts=@anna reg_username=mail reg_password=pedal4567 reg_domain=ek-mail.com
     < response_code = 200
shop > set cookie  domain=ek-mail.com reg_username=mail reg_password=pedal4567
     < attributes.cookie -> $mail
shop > modify domain  ^cookie=$mail data=whois_privacy_state state=enable affect_domains=0 report_email=nina@berg.example
     < response_code = 200
mail nina none
shop > modify domain  ^cookie=$mail data=whois_privacy_state state=enable affect_domains=1 report_email=nina@berg.example
     < response_code = 200
mail nina within PT0S  type = change.report  text ~ "ek-mail.com: 200"  text ~ "ek-mail.de: 465"  text ~ "1 of 2"
shop > modify domain  ^cookie=$mail data=expire_action auto_renew=1 let_expire=0 affect_domains=1 report_email=nina@berg.example
     < response_code = 200
mail nina within PT0S  type = change.report  text ~ "2 of 2"
shop > update_contacts domain  ^cookie=$mail tech=@nina affect_domains=1 report_email=nina@berg.example
     < response_code = 200
mail nina within PT0S  type = change.report  text ~ "ek-mail.com: 200"
shop > modify domain  ^cookie=$mail data=expire_action auto_renew=1 let_expire=0 affect_domains=1 report_email=nobody
     < is_success = 0  response_code = 465
