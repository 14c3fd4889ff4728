version 1
scenario "A name that is somebody else's, elsewhere or nobody's: what each command says, always the same"
id       FOREIGN-337
level    must
covers   get modify update_contacts renew revoke create_dns_zone set_dnssec_info create add send_authcode get_notes
source   "domains.opensrs.guide/docs; recorded reply lookup/get_domain_fail"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  email=help@shop.example
actor mall   reseller
actor anna   person    name="Anna Ek" email=anna@ek.example

ignore mail verification.request

mall > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

foreach whose      name
  |     mall's     ek-bikes.com
  |     elsewhere  example.com
  |     nobody's   never-held.com

  # What the owner or their panel does: whoever asks may be the owner, and is sent to their reseller.
  shop > raw get domain  domain=$name type=all_info
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get domain  domain=$name type=status
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get domain  domain=$name type=nameservers
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get domain  domain=$name type=domain_auth_info
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get domain  domain=$name type=owner
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify domain  domain=$name data=status lock_state=1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify domain  domain=$name data=expire_action auto_renew=1 let_expire=0
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify domain  domain=$name data=whois_privacy_state state=enable
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify domain  domain=$name data=domain_auth_info domain_auth_info=abcdEF12!x
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw update_contacts domain  domain=$name types.0=tech contact_set.tech.first_name=A
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw advanced_update_nameservers domain  domain=$name op_type=assign assign_ns.0=ns1.systemdns.com assign_ns.1=ns2.systemdns.com
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get_dns_zone domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw create_dns_zone domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw set_dns_zone domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw reset_dns_zone domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw delete_dns_zone domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw force_dns_nameservers domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw set_dnssec_info domain  domain=$name dnssec.0.key_tag=1 dnssec.0.algorithm=8 dnssec.0.digest_type=2 dnssec.0.digest=ABCD
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get_domain_forwarding domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw create_domain_forwarding domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw delete_domain_forwarding domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw create nameserver  domain=$name name=ns1.$name ipaddress=192.0.2.1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get nameserver  domain=$name name=all
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify nameserver  domain=$name name=ns1.$name new_name=ns2.$name ipaddress=192.0.2.1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw delete nameserver  domain=$name name=ns1.$name ipaddress=192.0.2.1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw set cookie  domain=$name reg_username=anna reg_password=pedal4567
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get userinfo  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw change password  domain=$name reg_password=new12345
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw change ownership  domain=$name username=other1 password=new12345
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw add subuser  domain=$name sub_username=helper sub_password=pedal4567 sub_permission=1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get subuser  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw get_trade_designated_agent domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify subuser  domain=$name sub_id=1 sub_username=helper sub_password=pedal4567 sub_permission=1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw delete subuser  domain=$name sub_id=1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw set_trade_designated_agent domain  domain=$name allow_designated_agent=1
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw update_all_info domain  domain=$name contact_set.owner.first_name=A nameserver_list.0.fqdn=ns1.systemdns.com
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw activate domain  domainname=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw set_domain_affiliate_id domain  domain=$name affiliate_id=7
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify_messaging_language domain  domain=$name messaging_language=fr-FR
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw cira_email_pwd domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw send_cira_approval_email domain  domain=$name
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent
  shop > raw modify domain  domain=$name data=change_ips_tag gaining_registrar_tag=ACME
       < response_code = 415  support_message exists  response_text ~ "For support regarding"  attributes absent

  # What only the reseller of a name does.
  shop > raw renew domain  domain=$name currentexpirationyear=2027 period=1 handle=process
       < response_code = 480  attributes absent
  shop > raw revoke domain  domain=$name
       < response_code = 480  attributes absent
  shop > raw send_authcode domain  domain_name=$name
       < response_code = 480  attributes absent
  shop > raw send_password domain  domain_name=$name
       < response_code = 480  attributes absent
  shop > raw get_registrant_verification_status domain  domain=$name
       < response_code = 480  attributes absent
  shop > raw send_registrant_verification_email domain  domain=$name
       < response_code = 480  attributes absent
  shop > raw gdpr_send_consent_reminder_email domain  domain=$name
       < response_code = 480  attributes absent
  shop > raw get_notes domain  domain=$name type=domain
       < response_code = 480  attributes absent
  shop > raw get_user_access_info userinfo  domain=$name
       < response_code = 480  attributes absent

  # A name that cannot be redeemed is said to be none.
  shop > raw redeem domain  domain=$name
       < response_code = 400  attributes absent

  # Questions that everybody may ask; the answer is that it is not here, or nothing.
  shop > raw get_orders_by_domain domain  domain=$name
       < response_code = 200  attributes.orders.0 absent
  shop > raw get_domains_contacts domain  domain_list.0=$name
       < response_code = 200
  shop > raw belongs_to_rsp domain  domain=$name
       < response_code = 200  attributes.belongs_to_rsp = 0
  shop > raw check_transfer domain  domain=$name
       < response_code = 200
  shop > raw get_price domain  domain=$name
       < response_code = 200

  # A host of that name is unknown to the registry.
  shop > raw registry_check_nameserver nameserver  fqdn=ns1.$name tld=.com
       < response_code = 212
end

# Nothing of it has changed anything, and the owner of the name was not disturbed.
mall > get domain  domain=ek-bikes.com type=all_info
     < attributes.expiredate = "2027-05-04 15:20:00"  attributes.contact_set.tech.first_name != A
state ek-bikes.com  state = active  nameservers = ns1.systemdns.com
