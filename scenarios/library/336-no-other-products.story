version 1
scenario "Every action of certificates, web sites and personal names is refused, each in its product's words"
id       PRODUCT-336
level    must
covers   sw_register parse_csr get_control_panel_url su_register
source   "recorded replies provisioning/trust_service and lookup/get_product_info; github.com/OpenSRS/osrs-toolkit-php"

actor shop   reseller

# A certificate: nobody may order one, so no number of an order or a product exists.
shop > raw cancel_free_trial trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw cancel_order trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw create_token trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw get_cert trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw get_order_info trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw get_products trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw get_product_info trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw parse_csr trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw process_pending trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw query_approver_list trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw query_qpprover_list trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw request_on_demand_scan trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw resend_approver_email trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw resend_approve_email trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw resend_cert_email trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw set trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw sw_register trust_service  product_type=securesite
     < is_success = 0  response_code = 501
shop > raw update_dv_auth trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw update_order trust_service  order_id=7
     < is_success = 0  response_code = 405
shop > raw update_product trust_service  order_id=7
     < is_success = 0  response_code = 405

# A web site.
shop > raw create publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw delete publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw disable publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw enable publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw generate_redirection_code publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw get_control_panel_url publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw get_service_info publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw let_expire publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw update publishing  domain=ek-bikes.com
     < is_success = 0  response_code = 501

# A name for mail.
shop > raw delete surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw name_suggest surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw query surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw su_register surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
shop > raw update surname  domain=ek-bikes.com
     < is_success = 0  response_code = 501
