version 1
scenario "Names have their reseller's nameservers and technical contact, unless they bring their own"
id       SETTINGS-321
level    must
covers   sw_register get
source   "sw_register: custom_nameservers, custom_tech_contact"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor tom    person  name="Tom Tech" email=tom@tech.example
actor op     operator

ignore mail verification.request

shop > sw_register domain  domain=before.com contacts=@anna
     < response_code = 200
op adjust reseller=@shop company="Berg Hosting" nameservers="ns1.berg.example ns2.berg.example"
     tech_contact.name="Ada Berg" tech_contact.email=ada@berg.example tech_contact.city=Utrecht
     tech_contact.country=NL

shop > sw_register domain  domain=after.com owner=@anna
     < response_code = 200
shop > get domain  domain=after.com type=tech
     < attributes.contact_set.tech.email = ada@berg.example
       attributes.contact_set.tech.first_name = Ada
       attributes.contact_set.tech.org_name = "Berg Hosting"
       attributes.contact_set.tech.city = Utrecht
shop > get domain  domain=after.com type=nameservers
     < attributes.nameserver_list.0.name = ns1.berg.example
       attributes.nameserver_list.1.name = ns2.berg.example
shop > sw_register domain  domain=own.com owner=@anna tech=@tom custom_nameservers=1 nameserver_list.0.name=ns1.own.example
     < response_code = 200
shop > get domain  domain=own.com type=tech
     < attributes.contact_set.tech.email = tom@tech.example
# What was there before keeps what it had.
shop > get domain  domain=before.com type=nameservers
     < attributes.nameserver_list.0.name = ns1.systemdns.com
shop > get domain  domain=before.com type=tech
     < attributes.contact_set.tech.email = anna@ek.example
