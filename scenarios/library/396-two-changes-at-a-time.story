version 1
scenario "A change of one contact waits for its registry while the owner changes another way: neither undoes the other"
id       MODIFY-396
level    must
covers   update_contacts get
source   inferred: a registry changes the contacts that it is asked to change, and no others

world
  clock   2026-05-04T15:20:00Z
  policy  trade.icann=on

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bo     person  name="Bo Berg" email=bo@berg.example
actor carl   person  name="Carl Ny" email=carl@ny.example
actor op     operator

ignore mail verification.request
ignore mail verification.reminder
ignore mail trade.request
ignore mail trade.confirmation

shop > sw_register domain  domain=ek-bikes.com owner=@anna admin=@anna billing=@anna tech=@anna
     < response_code = 200
shop > update_contacts domain  domain=ek-bikes.com owner=@bo
     < response_code = 200
bo approve
op policy tld.com.registry=async tld.com.registry_delay=PT5M
mark asked

# Anna was the owner when the change was sent, and is sent along or not.
foreach case              also   when           first
  |     admin-alone       admin  asked+PT4M59S  anna@ek.example
  |     owner-sent-along  owner  asked+PT4M59S  anna@ek.example
  |     after-it          admin  asked+PT5M     carl@ny.example
  |     after-it-too      owner  asked+PT5M     carl@ny.example

  shop > update_contacts domain  domain=ek-bikes.com types.0=admin types.1=$also owner=@anna admin=@carl
       < response_code = 250
  at $when
  state ek-bikes.com  contacts.owner.email = anna@ek.example  contacts.admin.email = $first
  anna approve
  event ICANN_TRADE_STATUS_CHANGE within PT0S  trade_status = completed
  state ek-bikes.com  contacts.owner.email = bo@berg.example  contacts.admin.email = $first
  at asked+PT5M
  state ek-bikes.com  contacts.owner.email = bo@berg.example  contacts.admin.email = carl@ny.example
  state ek-bikes.com  contacts.billing.email = anna@ek.example  contacts.tech.email = anna@ek.example
  shop > get domain  domain=ek-bikes.com type=owner
       < attributes.contact_set.owner.first_name = Bo
       < attributes.contact_set.owner.ownership_changes_request absent
end
