version 1
scenario "A search for names: looked up, suggested, premium ones; what is taken is so at once"
id       LOOKUP-001
level    must
covers   name_suggest sw_register lookup
source   "domains.opensrs.guide/docs/name_suggest" ; github.com/hamochi/go-opensrs

world
  clock   2026-05-04T15:20:00Z
  policy  premium.gold-bikes.com=1500.00

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > name_suggest domain  searchstring="Ek Bikes" tlds.0=.com tlds.1=net services.0=lookup
     < is_success = 1  object absent  is_search_completed = 1  request_response_time = 0.444
     < search_key absent
     < attributes.lookup.count = 2  attributes.lookup.response_code = 200  attributes.lookup.is_success = 1
     < attributes.lookup.response_text = "Command completed successfully."
     < attributes.lookup.items.0.domain = ekbikes.com  attributes.lookup.items.0.status = available
     < attributes.lookup.items.1.domain = ekbikes.net  attributes.suggestion absent
shop > sw_register domain  domain=ekbikes.com owner=@anna
     < response_code = 200
shop > name_suggest domain  searchstring=ekbikes.com tlds.0=com tlds.1=nosuch services=lookup
     < attributes.lookup.items.0.domain = ekbikes.com  attributes.lookup.items.0.status = taken
     < attributes.lookup.items.1.domain = ekbikes.nosuch  attributes.lookup.items.1.status = undetermined

# What is suggested can be had, and whoever has it is suggested something else.
shop > name_suggest domain  searchstring=ekbikes tlds.0=com services.0=suggestion maximum=3
     < attributes.suggestion.count = 3  attributes.suggestion.response_text = "Command Successful"
     < attributes.suggestion.items.0.domain -> $first
     < attributes.suggestion.items.1.domain -> $second
     < attributes.suggestion.items.2.status = available
shop > lookup domain  domain=$first
     < response_code = 210
shop > name_suggest domain  searchstring=ekbikes tlds.0=com services.0=suggestion
     < attributes.suggestion.items.0.domain = $first
shop > sw_register domain  domain=$first owner=@anna
     < response_code = 200
shop > name_suggest domain  searchstring=ekbikes tlds.0=com services.0=suggestion
     < attributes.suggestion.items.0.domain = $second
shop > name_suggest domain  searchstring=ekbikes tlds.0=com services.0=suggestion languages.0=de
     < attributes.suggestion.items.0.domain ~ "^(mein|das)ekbikes[.]com|ekbikes(laden|welt|heute)[.]com$"

# Premium names have a price; the other services have nothing to offer, or nobody who may ask.
shop > name_suggest domain  searchstring=bikes services.0=premium services.1=premium_brokered_transfer
       services.2=personal_names service_override.premium.maximum=2
     < attributes.premium.count = 2
     < attributes.premium.items.0.domain = bikes.net  attributes.premium.items.0.price = 4200.00
     < attributes.premium_brokered_transfer.count = 0  attributes.premium_brokered_transfer.is_success = 1
     < attributes.personal_names.is_success = 0  attributes.personal_names.response_code = 501
shop > name_suggest domain  searchstring="gold bikes" services.0=premium tlds.0=com
     < attributes.premium.items.1.domain = gold-bikes.com  attributes.premium.items.1.price = 1500.00

# Whoever does not wait gets what is there, and a key for the rest.
shop > name_suggest domain  searchstring=ekboats tlds.0=com tlds.1=net tlds.2=org tlds.3=info services=lookup
       max_wait_time=0.3
     < is_search_completed = 0  request_response_time = 0.300
     < search_key -> $key
     < attributes.lookup.items.1.status = available  attributes.lookup.items.2.status = in_progress
shop > name_suggest domain  searchstring=ekboats tlds.0=com tlds.1=net tlds.2=org tlds.3=info services=lookup
       max_wait_time=0.3 search_key=$key
     < is_search_completed = 1  request_response_time = 0.144
     < search_key absent
     < attributes.lookup.items.3.status = available

foreach case      attribute      value
  |     no-key    search_key     AAAAAAAAAAAAAAAAAAAAAAAAAAAA
  |     no-words  searchstring   "-- !"
  |     nothing   searchstring   ""
  |     too-soon  max_wait_time  0.09
  |     no-time   max_wait_time  soon
  |     service   services       guess
  |     language  languages      xx
  |     too-many  maximum        101
  |     none      maximum        0

  shop > name_suggest domain  searchstring=ekboats $attribute=$value
       < is_success = 0
end
shop > name_suggest domain  searchstring=ektrains search_key=$key
     < is_success = 0  response_code = 465
shop > name_suggest domain  searchstring=ekboats service_override.lookup.maximum=0
     < is_success = 0  response_code = 465

op policy suggest.milliseconds=90
op policy suggest.maximum=1
op policy suggest.tlds="de ch"
shop > name_suggest domain  searchstring=ekboats
     < request_response_time = 0.090
     < attributes.lookup.count = 1  attributes.lookup.items.0.domain = ekboats.de
     < attributes.suggestion.count = 1
