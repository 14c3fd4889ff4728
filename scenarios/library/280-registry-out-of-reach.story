version 1
scenario "A registry that cannot be reached: the house says what it knows by itself, and no more"
id       LOOKUP-002
level    must
covers   lookup name_suggest sw_register
source   "domains.opensrs.guide/docs/lookup-domain" : noservice, no_cache; the code table: 720

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200

foreach case          out        no_cache  known  unknown
  |     reachable     ""         0         211    210
  |     asked-afresh  ""         1         211    210
  |     cached        "net com"  0         211    720
  |     out-of-reach  "net com"  1         720    720
  |     another       net        1         211    210

  op policy registry.unreachable=$out
  shop > lookup domain  domain=ek-bikes.com no_cache=$no_cache
       < response_code = $known
  shop > lookup domain  domain=ek-boats.com no_cache=$no_cache
       < response_code = $unknown
end

op policy registry.unreachable=com
shop > lookup domain  domain=ek-boats.com
     < is_success = 0  response_text = "Supplier Unavailable"  attributes.noservice = 1
shop > name_suggest domain  searchstring=ek-bikes tlds.0=com tlds.1=net services=lookup
     < attributes.lookup.items.0.status = taken  attributes.lookup.items.1.status = available
shop > name_suggest domain  searchstring=ek-bikes tlds.0=com services=lookup
       service_override.lookup.no_cache_tlds.0=.com service_override.lookup.tlds.0=com
     < attributes.lookup.items.0.status = undetermined
