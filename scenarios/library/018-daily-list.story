version 1
scenario "Each reseller gets a daily list of its suspended names, unless it has switched that off"
id       VERIFY-018
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q25; decisions on the order within one midnight

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  email=desk@shop.example
actor mall   reseller  email=desk@mall.example
actor op     operator
actor anna   person    name="Anna Ek" email=anna@ek.example
actor bert   person    name="Bert Ek" email=bert@ek.example

ignore mail verification.reminder
ignore mail verification.warning

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200
advance P1D
shop > sw_register domain  domain=two.com owner=@bert
     < response_code = 200
mall > sw_register domain  domain=three.com owner=@bert
     < response_code = 200
mail anna within PT0S  type = verification.request
mail bert within PT0S  type = verification.request  domain = two.com
mail bert within PT0S  type = verification.request  domain = three.com

at 2026-05-20T04:59:59Z
mail shop none

# The list of a night holds what that night suspended.
at 2026-05-20T05:00:00Z
mail anna within PT0S  type = verification.suspended
mail shop within PT0S  type = rsp.suspended_list  text ~ one.com  link verify absent
mail shop none
mail mall none

at 2026-05-21T05:00:00Z
mail bert within PT0S  type = verification.suspended  domain = two.com
mail bert within PT0S  type = verification.suspended  domain = three.com
mail shop within PT0S  type = rsp.suspended_list      text ~ two.com
mail mall within PT0S  type = rsp.suspended_list      text ~ three.com

# Switched off for one of them; the other's goes on.
op mute reseller=@shop notice=rsp.suspended_list
at 2026-05-22T05:00:00Z
mail mall within PT0S  type = rsp.suspended_list  text ~ three.com
mail shop none
op unmute reseller=@shop notice=rsp.suspended_list
at 2026-05-23T05:00:00Z
mail shop within PT0S  type = rsp.suspended_list  text ~ one.com
mail mall within PT0S  type = rsp.suspended_list

# It ends with the last suspended name.
bert verify domain=two.com
at 2026-05-24T05:00:00Z
mail shop within PT0S  type = rsp.suspended_list  text ~ one.com
mail mall none
anna verify
mail shop none for P10D
