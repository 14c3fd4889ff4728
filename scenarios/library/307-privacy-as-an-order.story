version 1
scenario "Privacy can be ordered for a name that is here already"
id       ORDER-307
level    should
covers   sw_register get process_pending get_order_info
source   "sw_register" : reg_type whois_privacy

world
  clock   2026-05-04T15:20:00Z
  domain  theirs.com registrar=elsewhere

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator
ignore mail verification.request
ignore mail consent.sync

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=ek-bikes.ca owner=@anna admin=@anna tech=@anna
     < response_code = 200

foreach case            domain        code
  |     own             ek-bikes.com  200
  |     no-such         ek-bikes.ca   465
  |     somebody-elses  theirs.com    480
  |     nobodys         free.com      480

  shop > sw_register domain  domain=$domain reg_type=whois_privacy
       < response_code = $code
end

shop > sw_register domain  domain=ek-bikes.com reg_type=whois_privacy handle=save
     < response_code = 200  response_text = "Order created"
     < attributes.id -> $order
shop > get domain  domain=ek-bikes.com type=whois_privacy_state
     < attributes.state = disabled
shop > process_pending  order_id=$order
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=whois_privacy_state
     < attributes.state = enabled
shop > get_order_info  order_id=$order
     < attributes.field_hash.reg_type = whois_privacy
     < attributes.field_hash.cost = 0.00

# The registry knows the owner already: nobody is asked once more.
op policy tld.com.process=async
shop > sw_register domain  domain=ek-bikes.com reg_type=whois_privacy
     < response_code = 200
op policy tld.com.process=verification

# A registry that takes its time.
op policy tld.com.registry=async
shop > sw_register domain  domain=ek-bikes.com reg_type=whois_privacy
     < response_code = 250
     < attributes.whois_privacy_state = enabling
     < attributes.id -> $later
shop > sw_register domain  domain=ek-bikes.com reg_type=whois_privacy
     < is_success = 0  response_code = 437
advance PT5M
state order $later  status = completed
