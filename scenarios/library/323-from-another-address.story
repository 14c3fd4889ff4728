version 1
scenario "A reseller is served from the addresses that its rules name, a quarter of an hour after it named them"
id       SETTINGS-323
level    should
covers   lookup get_balance
source   "support.opensrs.com 201000063062: rules of addresses; response codes, 400 and 555"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  address=127.0.0.7
actor mall   reseller  address=127.0.0.9
actor op     operator

shop > get_balance
     < response_code = 200
op adjust reseller=@shop ip_rules="127.0.0.4/30 192.0.2.1"
mark changed
state reseller shop  ip_rules = "127.0.0.4/30 192.0.2.1"  ip_rules_in_force = ""

foreach case    when              address    code
  |     before  changed+PT14M59S  127.0.0.9  200
  |     at      changed+PT15M     127.0.0.9  555
  |     after   changed+PT15M1S   127.0.0.9  555
  |     below   changed+P1D       127.0.0.3  555
  |     first   changed+P1D       127.0.0.4  200
  |     last    changed+P1D       127.0.0.7  200
  |     above   changed+P1D       127.0.0.8  555

  at $when
  shop move to=$address
  shop > lookup domain  domain=free-name.com
       < response_code ~ "^(210|555)$"
  shop > get_balance
       < response_code = $code
  # Of somebody else's rules nobody notices anything.
  mall > get_balance
       < response_code = 200
end

advance PT15M
shop move to=127.0.0.9
shop > get_balance
     < is_success = 0  response_code = 555  response_text = "Connection refused: invalid ip address"
op policy ip_rules.https=400
shop > get_balance
     < is_success = 0  response_code = 400  response_text = "Access denied: invalid IP address"
# Another address instead: until it counts, the old ones do.
op adjust reseller=@shop ip_rules=127.0.0.9
shop > get_balance
     < response_code = 400
shop move to=127.0.0.7
shop > get_balance
     < response_code = 200
advance PT15M
shop > get_balance
     < response_code = 400
shop move to=127.0.0.9
shop > get_balance
     < response_code = 200
# Without a rule it is served from everywhere again.
op adjust reseller=@shop ip_rules=""
shop move to=127.0.0.7
advance PT14M59S
shop > get_balance
     < response_code = 400
advance PT1S
shop > get_balance
     < response_code = 200
