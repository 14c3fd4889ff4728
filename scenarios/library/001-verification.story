version 1
scenario "gTLD verification: reminded on days 5, 10 and 13, suspended on day 16, back at once on day 80"
id       VERIFY-001
level    must
covers   sw_register get_registrant_verification_status send_registrant_verification_email poll
source   "Registrant Verification FAQs", Q2 Q14 Q16 Q18 Q24

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor office person  name="Back Office" email=office@ek.example

shop > sw_register domain  domain=ek-bikes.com reg_type=new period=1 owner=@anna admin=@office billing=@office
     < response_code = 200
mail anna within PT1M    type = verification.request
mail anna within P5D     type = verification.reminder  # midnight, eastern
mail anna within P5D     type = verification.reminder
mail office within PT0S  type = verification.warning  link verify absent
mail anna within P3D     type = verification.reminder
mail office within PT0S  type = verification.warning
shop > get_registrant_verification_status domain  domain=ek-bikes.com
     < attributes.registrant_verification_status = verifying
     < attributes.days_to_suspend = 2
event REGISTRANT_VERIFICATION_STATUS_CHANGE within P3D  verification_status = suspended
mail anna within PT0S  type = verification.suspended
ignore mail rsp.suspended_list
state dns ek-bikes.com    rcode = NXDOMAIN
state whois ek-bikes.com  status ~ clientHold
at start+P80D
shop > send_registrant_verification_email domain  domain=ek-bikes.com
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
state dns ek-bikes.com  ns = ns1.systemdns.com
