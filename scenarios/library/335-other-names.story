version 1
scenario "One command under the several names that manual pages and clients give it"
id       CLIENTS-335
level    should
covers   authenticate get get_balance
source   "domains.opensrs.guide/docs/get-userinfo; OpenSRS Perl client, CBC_Connector.pm"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# The manual says USER_INFO, clients USERINFO; each is answered in its own word.
shop > get userinfo  domain=ek-bikes.com
     < response_code = 200  object = USERINFO  attributes.username = anna
shop > get user_info  domain=ek-bikes.com
     < response_code = 200  object = USER_INFO  attributes.username = anna
shop > get user_info  domain=example.com
     < response_code = 415  object = USER_INFO

# Over the encrypted port a session begins with this; elsewhere the signature has said it.
shop > authenticate user  username=shop password=shop crypt_type=blowfish
     < response_code = 200  object = USER  response_text = "Authentication Successful"
shop > raw AUTHENTICATE
     < response_code = 200

# Other objects, and the case of letters.
shop > raw GET_BALANCE DOMAIN
     < response_code = 200  object = DOMAIN
shop > raw get_balance balance
     < response_code = 200  object = BALANCE
shop > raw Lookup NameServer  domain=free-now.com
     < response_code = 210  object = NAMESERVER
