version 1
scenario "A registry that answers later: a change is on its way, a second one has to wait"
id       MODIFY-011
level    must
covers   modify get update_contacts
source   "get domain" : enabling, disabling; code 250, code 437 and waiting_requests_no in the vendor's table

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator

ignore mail verification.request
ignore mail verification.reminder

shop > sw_register domain  domain=ek-shy.com owner=@anna
     < response_code = 200
op policy tld.com.registry=async tld.com.registry_delay=PT5M
shop > modify domain  domain=ek-shy.com data=whois_privacy_state state=enable
     < is_success = 1  response_code = 250  attributes.waiting_requests_no = 1
mark asked

foreach case      when           state     shown     code
  |     at-once   asked          enabling  redacted  437
  |     a-second  asked+PT4M59S  enabling  redacted  437
  |     answered  asked+PT5M     enabled   privacy   250

  at $when
  shop > get domain  domain=ek-shy.com type=whois_privacy_state
       < attributes.state = $state
  state whois ek-shy.com  registrant.shown = $shown
  shop > modify domain  domain=ek-shy.com data=whois_privacy_state state=disable
       < response_code = $code
end
shop > get domain  domain=ek-shy.com type=waiting_history
     < attributes.record_count = 1  attributes.waiting_history.0.action = modify_contact_info
     < attributes.waiting_history.0.request_status = waiting
advance PT5M
shop > get domain  domain=ek-shy.com type=waiting_history
     < attributes.waiting_history.0.request_status = completed
shop > modify domain  domain=ek-shy.com data=whois_privacy_state state=disable
     < response_code = 250
shop > get domain  domain=ek-shy.com type=whois_privacy_state
     < attributes.state = disabling
advance PT5M
shop > get domain  domain=ek-shy.com type=whois_privacy_state
     < attributes.state = disabled

# Contacts go the same way; the old ones are on file till then.
shop > update_contacts domain  domain=ek-shy.com tech=@anna
     < response_code = 250
shop > get domain  domain=ek-shy.com type=tech
     < attributes.contact_set.tech.email != anna@ek.example
advance PT5M
shop > get domain  domain=ek-shy.com type=tech
     < attributes.contact_set.tech.email = anna@ek.example

# What the registry does not want stays as it was.
fault registry_reject  action=modify
shop > modify domain  domain=ek-shy.com data=whois_privacy_state state=enable
     < response_code = 250
advance PT5M
shop > get domain  domain=ek-shy.com type=whois_privacy_state
     < attributes.state = disabled
op policy tld.com.registry=realtime
fault registry_reject  action=modify
shop > modify domain  domain=ek-shy.com data=whois_privacy_state state=enable
     < is_success = 0  response_code = 405  response_text = "Registry error: domain not updated"
