version 1
scenario "Whether and where the owner is asked, by each value of the switches; ccTLDs with rules of their own"
id       TRANSFER-007
level    should
covers   sw_register check_transfer
source   "sw_register" : f_bypass_confirm, auth_info, owner_confirm_address; "ccTLD registration and consent" : transfers wait for consent too

world
  clock   2026-05-04T15:20:00Z
  domain  ek-bikes.com registrar=elsewhere
  domain  ek-bikes.eu registrar=elsewhere
  domain  ek-bikes.sg registrar=elsewhere
  policy  tld.sg.process=async

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor office person  name="Back Office" email=office@ek.example
actor op     operator

foreach case           confirm       code  flag  status            to     address
  |     no-code        without_code  ""    1     pending_owner     owner  anna@ek.example
  |     code           without_code  s3!   0     pending_registry  owner  anna@ek.example
  |     no-flag        without_flag  s3!   0     pending_owner     owner  anna@ek.example
  |     code-and-flag  without_flag  s3!   1     pending_registry  owner  anna@ek.example
  |     always         always        s3!   1     pending_owner     owner  anna@ek.example
  |     admin          always        s3!   1     pending_owner     admin  office@ek.example

  op policy transfer.confirm=$confirm transfer.request_to=$to
  shop > sw_register domain  domain=ek-bikes.com reg_type=transfer owner=@anna admin=@office auth_info=$code f_bypass_confirm=$flag
       < response_code = 200
  shop > check_transfer domain  domain=ek-bikes.com check_status=1 get_request_address=1
       < attributes.status = $status  attributes.request_address = $address
  ignore mail transfer.request
end

# A registry that wants the owner's consent hears of nothing before.
shop > sw_register domain  domain=ek-bikes.sg reg_type=transfer owner=@anna auth_info=s3!
     < response_code = 300
     < attributes.transfer_id = 0
     < attributes.id -> $order
shop > check_transfer domain  domain=ek-bikes.sg check_status=1
     < attributes.status = undef  attributes.reason = "Transfer in progress"
mail anna within PT1M  type = consent.async
anna consent domain=ek-bikes.sg
shop > check_transfer domain  domain=ek-bikes.sg check_status=1
     < attributes.status = pending_registry
state order $order  status = processed  held = yes

shop > sw_register domain  domain=ek-bikes.eu reg_type=transfer owner=@anna
     < response_code = 460
     < response_text = "Required field 'owner_confirm_address' not provided"
shop > sw_register domain  domain=ek-bikes.eu reg_type=transfer owner=@anna owner_confirm_address=who@else.example
     < response_code = 200
shop > check_transfer domain  domain=ek-bikes.eu get_request_address=1
     < attributes.request_address = who@else.example
