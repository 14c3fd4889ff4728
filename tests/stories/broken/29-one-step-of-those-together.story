version 1
scenario "one step of those together"
id       BROKEN-29
world
  clock   2026-05-04T15:20:00Z
actor shop   reseller
actor nic    registry
actor op     operator
actor anna   person   name="Anna Ek" email=anna@ek.example
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < attributes.id -> $id
mail anna within PT0S  type = verification.request
together
  anna verify
  shop > lookup domain  domain=ek-bikes.com
       < response_code = 210
end
# fails 16:10|response_code = 210|211
