version 1
scenario "CIRA writes to the admin contact: for the agreement until it is accepted, and how to sign in"
id       USERS-388
level    should
covers   sw_register send_cira_approval_email cira_email_pwd modify update_contacts
source   "github.com/OpenSRS/osrs-toolkit-php: send_CIRA_approval_email, cira_email_pwd"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor adam   person  name="Adam Lind" email=adam@ek.example
actor nina   person  name="Nina Berg" email=nina@berg.example

ignore mail verification.request
ignore mail consent.sync

shop > sw_register domain  domain=ek-bikes.ca owner=@anna admin=@adam billing.first_name="" rant_no=4711
       reg_username=anna reg_password=pedal4567
     < response_code = 200

# The agreement: again and again, until somebody says that it is accepted.
shop > send_cira_approval_email domain  domain=ek-bikes.ca
     < response_code = 200  response_text = "Message sent"  attributes absent
mail adam within PT0S  type = cira.approval  text ~ ek-bikes.ca
mail anna none         type = cira.approval
shop > update_contacts domain  domain=ek-bikes.ca admin=@nina
     < response_code = 200
shop > send_cira_approval_email domain  domain=ek-bikes.ca
     < response_code = 200
mail nina within PT0S  type = cira.approval
shop > modify domain  domain=ek-bikes.ca data=cira_registrant legal_type=CCT rant_agrees=Y
     < response_code = 200
shop > send_cira_approval_email domain  domain=ek-bikes.ca
     < is_success = 0  response_code = 465
     < response_text = "Domain 'ek-bikes.ca' does not wait for an approval at CIRA"
mail nina none  type = cira.approval
shop > sw_register domain  domain=ek-trikes.ca owner=@anna admin=@adam billing.first_name="" rant_agrees=Y
     < response_code = 200
shop > send_cira_approval_email domain  domain=ek-trikes.ca
     < response_code = 465

# How to sign in: the same each time, another for another name.
shop > cira_email_pwd domain  domain=ek-bikes.ca
     < response_code = 200  response_text = "Message sent"  attributes absent
mail nina within PT0S  type = cira.password  text ~ 4711
shop > cira_email_pwd domain  domain=ek-trikes.ca
     < response_code = 200
mail adam within PT0S  type = cira.password  text ~ ek-trikes.ca

# The owner may ask, a helper may ask for the agreement only.
shop > set cookie  domain=ek-bikes.ca reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $anna
shop > cira_email_pwd domain  ^cookie=$anna
     < response_code = 200
mail nina within PT0S  type = cira.password
shop > add subuser  domain=ek-bikes.ca sub_username=sue sub_password=helper45 sub_permission=127
     < response_code = 200
shop > set cookie  domain=ek-bikes.ca reg_username=sue reg_password=helper45
     < attributes.cookie -> $sue
shop > cira_email_pwd domain  ^cookie=$sue
     < response_code = 435
shop > send_cira_approval_email domain  ^cookie=$sue
     < response_code = 465

# Of others, and elsewhere, CIRA has nothing to say.
shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200
mall > cira_email_pwd domain  domain=ek-bikes.ca
     < is_success = 0  response_code = 415
mall > send_cira_approval_email domain  domain=ek-bikes.ca
     < is_success = 0  response_code = 415
shop > cira_email_pwd domain  domain=nobodys-bikes.ca
     < is_success = 0  response_code = 415
shop > send_cira_approval_email domain  domain=nobodys-bikes.ca
     < is_success = 0  response_code = 415
shop > cira_email_pwd domain  domain=ek-bikes.com
     < is_success = 0  response_code = 465
shop > send_cira_approval_email domain  domain=ek-bikes.com
     < is_success = 0  response_code = 465
shop > cira_email_pwd domain
     < response_code = 460  response_text = "No Domain Supplied"
shop > send_cira_approval_email domain
     < response_code = 460  response_text = "No Domain Supplied"
mail adam none
mail nina none
