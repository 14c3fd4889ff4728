version 1
scenario "So many commands a minute and no more, where the world limits them"
id       SETTINGS-324
level    should
covers   lookup get_balance sw_register
source   "response codes, 300; no number is public"

world
  clock   2026-05-04T15:20:00Z
  policy  rate.commands=3

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > get_balance
     < response_code = 200
mark opened

# The window opened with that command; two more fit into it, whatever becomes of them.
foreach case      when          first  second  third
  |     within    opened+PT1S   210    200     300
  |     the-last  opened+PT59S  210    200     300
  |     over      opened+PT60S  210    200     200

  at $when
  shop > lookup domain  domain=free-name.com
       < response_code = $first
  shop > sw_register domain  domain=free-name.com owner=@anna
       < response_code = $second
  shop > sw_register domain  domain=other-name.com owner=@anna
       < response_code = $third
  mall > lookup domain  domain=free-name.com
       < response_code = 211
end

shop > lookup domain  domain=free-name.com
     < response_code = 210
shop > lookup domain  domain=a..com
     < response_code = 465
shop > lookup domain  domain=free-name.com
     < is_success = 0  response_code = 300
       response_text = "Exceeded max command rate. Request deferred (for async)"
shop > sw_register domain  domain=free-name.com owner=@anna
     < is_success = 0  response_code = 300
mall > lookup domain  domain=free-name.com
     < response_code = 210
