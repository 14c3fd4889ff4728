version 1
scenario "A renewal keeps who recommended it, and what its reseller noted"
id       RENEW-344
level    should
covers   renew get_order_info
source   "domains.opensrs.guide/docs/renew-domain"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

shop > renew domain  domain=a-bikes.com currentexpirationyear=2027 period=2 handle=process affiliate_id=77 notes="ask for Anna"
     < response_code = 200  attributes.order_id -> $id
shop > get_order_info domain  order_id=$id
     < attributes.field_hash.affiliate_id = 77  attributes.field_hash.reg_type = renewal
     < attributes.field_hash.period = 2
mall > get_order_info domain  order_id=$id
     < response_code = 480
state a-bikes.com  expires = 2029-05-04T15:20:00Z
