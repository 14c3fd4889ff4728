version 1
scenario "A profile's list tells of each name in which language it is written, where one asks for it"
id       LIST-391
level    should
covers   sw_register set get
source   "domains.opensrs.guide/docs/get-domain: list; OpenSRS Perl client, manage.cgi: with_encoding_types"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=xn--bcher-kva.com encoding_type=GER owner=@anna reg_username=anna
       reg_password=pedal4567 reg_domain=ek-bikes.com
     < response_code = 200
shop > set cookie  domain=ek-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $anna

foreach case   with
  |     asked  1
  |     yes    Y

  shop > get domain  ^cookie=$anna type=list with_encoding_types=$with
       < attributes.count = 2  attributes.domain_list.0 = ek-bikes.com
       < attributes.domain_list.1 = xn--bcher-kva.com
       < xpath "//item[@key='xn--bcher-kva.com']//item[@key='encoding_type'] = 'GER'"
       < xpath "//item[@key='ek-bikes.com']//item[@key='encoding_type'] = ''"
end
shop > get domain  ^cookie=$anna type=list
     < attributes.count = 2
     < xpath "not(//item[@key='encoding_type'])"
shop > get domain  ^cookie=$anna type=list with_encoding_types=0
     < xpath "not(//item[@key='encoding_type'])"
