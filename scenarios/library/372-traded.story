version 1
scenario "A name goes to a new owner at a registry that lets nobody change the old one"
id       TRADE-372
level    must
covers   trade_domain get get_orders_by_domain get_order_info
source   "trade_domain" : .be .eu .de .fr .it; .be costs a year

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor anna   person    name="Anna Ek" email=anna@ek.example country=BE
actor bo     person    name="Bo Berg" email=bo@berg.example
actor op     operator

ignore mail consent.sync

shop > sw_register domain  domain=ek.be owner=@anna
     < response_code = 200
shop > modify domain  domain=ek.be data=tld_data tld_data.lang=fr
     < is_success = 1
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
ignore mail verification.request
ignore mail verification.reminder

shop > trade_domain domain  domain=ek-bikes.com first_name=Bo last_name=Berg org_name=Berg email=bo@berg.example
     < response_code = 465  response_text = "Domain does not support trade_domain"
shop > raw trade_domain domain  domain=ek.be first_name=Bo last_name=Berg org_name=Berg
     < response_code = 460  response_text = "Required field 'email' not provided"
mall > trade_domain domain  domain=ek.be first_name=Bo last_name=Berg org_name=Berg email=bo@berg.example
     < response_code = 415

foreach case     registry  code  status     first  afterwards
  |     at-once  realtime  200   completed  Bo     Bo
  |     later    async     250   waiting    Anna   Bo

  op policy tld.be.registry=$registry
  shop > trade_domain domain  domain=ek.be first_name=Bo last_name=Berg org_name="Berg BV" email=bo@berg.example city=Gent tld_data.lang=nl
       < response_code = $code
       < attributes.order_id -> $id
  shop > get_order_info domain  order_id=$id
       < attributes.field_hash.reg_type = trade
       < attributes.field_hash.status = $status
       < attributes.field_hash.owner_first_name = Bo
  state ek.be  contacts.owner.first_name = $first
  # The registry has asked who goes and who comes; consent is not asked again.
  mail bo none for PT1H  type = consent.sync
  shop > get domain  domain=ek.be type=owner
       < attributes.contact_set.owner.first_name = $afterwards
  shop > get_orders_by_domain domain  domain=ek.be
       < attributes.orders.0.id = $id
end
