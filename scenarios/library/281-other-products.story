version 1
scenario "Certificates, web sites and personal names are products that nobody has here: never a false success"
id       PRODUCT-001
level    must
covers   sw_register get_product_info cancel_order create query get_order_info
source   recorded replies provisioning/trust_service and lookup/get_product_info

actor shop   reseller

shop > create publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > query surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > get_order_info trust_service  order_id=1
     < is_success = 0  response_code = 405
shop > raw sw_register trust_service  product_type=securesite
     < action = SW_REGISTER:REPLY  response_text = "Permission denied for the specified reseller and product type"
     < error_details.0.field_name = product_type  error_details.0.error_code = 501
shop > raw get_product_info trust_service  product_id=7
     < action = GET_PRODUCT_INFO:REPLY  response_text = "Invalid id supplied. Cannot be found in the database"
shop > raw cancel_order trust_service  order_id=7
     < action = CANCEL_ORDER:REPLY  response_code = 405
