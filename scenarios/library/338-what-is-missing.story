version 1
scenario "What a command needs and does not get, and what it cannot read"
id       MISSING-338
level    must
covers   get modify renew revoke lookup poll set delete get_order_info registry_add_ns
source   "domains.opensrs.guide/docs/codes; OpenSRS API Integration for XML, page 45"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# Nothing at all.
shop > raw get domain
     < response_code = 460
shop > raw modify domain
     < response_code = 460  response_text = "Modify type not specified"
shop > raw renew domain
     < response_code = 460
shop > raw revoke domain
     < response_code = 460
shop > raw lookup domain
     < response_code = 460  response_text = "Required field 'domain' not provided"
shop > raw check_transfer domain
     < response_code = 460
shop > raw belongs_to_rsp domain
     < response_code = 460
shop > raw get_order_info domain
     < response_code = 460  response_text = "Required field 'order_id' not provided"
shop > raw get_orders_by_domain domain
     < response_code = 460
shop > raw get_domains_contacts domain
     < response_code = 460
shop > raw get_domains_by_expiredate domain
     < response_code = 460  response_text = "Required field 'exp_from' not provided"
shop > raw get_price domain
     < response_code = 460
shop > raw query_queued_request domain
     < response_code = 460
shop > raw send_authcode domain
     < response_code = 460  response_text = "No Domain Supplied"
shop > raw send_password domain
     < response_code = 460  response_text = "No Domain Supplied"
shop > raw process_pending domain
     < response_code = 460
shop > raw registry_add_ns nameserver
     < response_code = 460
shop > raw registry_check_nameserver nameserver
     < response_code = 460
shop > raw set cookie
     < response_code = 460
shop > raw delete cookie
     < response_code = 460  response_text = "No Cookie Supplied"
shop > raw ack event
     < response_code = 460

# Some of it.
shop > raw set cookie  domain=ek-bikes.com reg_username=anna
     < response_code = 460  response_text = "Required field 'reg_password' not provided"
shop > raw get domain  domain=ek-bikes.com
     < response_code = 460
shop > raw modify domain  domain=ek-bikes.com data=status
     < response_code = 460  response_text = "Required field 'lock_state' not provided"
shop > raw registry_add_ns nameserver  fqdn=ns1.ek-bikes.com tld=.com
     < response_code = 460  response_text = "Required field 'all' not provided"

# What is no number, no day, no word of the command.
shop > raw get_order_info domain  order_id=none
     < response_code = 465  response_text = "Invalid data, error=<order_id 'none'>"
shop > raw get_domains_by_expiredate domain  exp_from=yesterday exp_to=2027-05-03
     < response_code = 465
shop > raw get_domains_by_expiredate domain  exp_from=2027-01-01 exp_to=2030-01-01 limit=0
     < response_code = 465
shop > raw get_deleted_domains domain  limit=x
     < response_code = 465
shop > raw get_notes domain  domain=ek-bikes.com type=weather
     < response_code = 465
shop > raw get_price domain  domain=ek-bikes.com reg_type=gift
     < response_code = 465
shop > raw poll event  limit=0
     < response_code = 465
shop > raw send_password domain  domain_name=ek-bikes.com send_to=uncle
     < response_code = 465
shop > raw lookup domain  domain=-a.com
     < response_code = 465

# Nothing of it has moved anything.
shop > get domain  domain=ek-bikes.com type=status
     < attributes.lock_state = 0
state ek-bikes.com  expires = 2027-05-04T15:20:00Z  locked = no
