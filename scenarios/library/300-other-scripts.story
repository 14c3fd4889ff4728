version 1
scenario "Names in other scripts travel as punycode, and some registries want to know the language"
id       IDN-001
level    must
covers   sw_register lookup get get_order_info
source   "sw_register" and its attribute encoding_type; Verisign, IDN registration rules

world
  clock   2026-05-04T15:20:00Z
  policy  tld.us.idn=no

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request

shop > lookup domain  domain=xn--mnchen-3ya.com
     < response_code = 210
shop > sw_register domain  domain=xn--mnchen-3ya.com encoding_type=GER owner=@anna
     < response_code = 200
     < attributes.id -> $order
shop > get_order_info  order_id=$order
     < attributes.field_hash.domain = xn--mnchen-3ya.com
     < attributes.field_hash.encoding_type = GER
shop > lookup domain  domain=XN--MNCHEN-3YA.com
     < response_code = 211
shop > get domain  domain=xn--mnchen-3ya.com type=status
     < response_code = 200
state xn--mnchen-3ya.com  state = active

foreach case            name                tag   lookup  code
  |     no-tag          xn--kln-sna.com     ""    210     460
  |     wrong-tag       xn--kln-sna.com     GERM  210     465
  |     other-case      xn--kln-sna.com     ger   210     200
  |     tag-not-needed  xn--kln-sna.info    ""    210     200
  |     tag-taken       xn--kln-sna.info    GER   210     200
  |     tag-for-ascii   koeln.com           GER   210     200
  |     wrong-anyway    koeln.com           GERM  210     465
  |     not-there       xn--kln-sna.nl      GER   465     465
  |     not-here        xn--kln-sna.us      GER   465     465
  |     two-spellings   xn--Kln-sna.com     ger   210     200
  |     no-punycode     xn--kln-zzzzzz.com  GER   465     465

  shop > lookup domain  domain=$name
       < response_code = $lookup
  shop > sw_register domain  domain=$name encoding_type=$tag owner=@anna
       < response_code = $code
end

foreach case     policy    lookup
  |     refused  refused   465
  |     taken    accepted  211

  op policy idn.unicode=$policy
  shop > lookup domain  domain=München.com
       < response_code = $lookup
end

foreach case       rule      tags       code
  |     as-it-is   tagged    "GER FRE"  460
  |     relaxed    untagged  "GER FRE"  200
  |     forbidden  no        "GER FRE"  465

  op policy tld.com.idn=$rule
  op policy idn.tags=$tags
  shop > sw_register domain  domain=xn--kln-sna.com encoding_type="" owner=@anna
       < response_code = $code
  shop > sw_register domain  domain=koeln.com encoding_type=POL owner=@anna
       < response_code = 465
end
