version 1
scenario "A sub-reseller is created, read, changed and paid by its parent, and by nobody else"
id       RESELLER-260
level    must
covers   create get modify pay get_balance
source   "api.opensrs.com/v1.0/docs/create-subreseller; domains.opensrs.guide/v1.0/docs/get-subreseller; github.com/OpenSRS/osrs-toolkit-php, subreseller"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller  balance=100.00
actor mall   reseller
actor bea    person    name="Bea Branch" email=bea@branch.example
actor ted    person    name="Ted Twig" email=ted@branch.example

foreach case         username  password  plan  status  email               code
  |     good         copse     secret12  7     active  low@branch.example  200
  |     bad-name     b-b       secret12  7     active  low@branch.example  465
  |     no-name      ""        secret12  7     active  low@branch.example  460
  |     bad-word     branch    "a b"     7     active  low@branch.example  465
  |     no-plan      branch    secret12  ""    active  low@branch.example  460
  |     bad-status   branch    secret12  7     asleep  low@branch.example  465
  |     bad-address  branch    secret12  7     active  nobody              465

  shop > create subreseller  username=$username password=$password ccp_enabled=N pricing_plan=$plan status=$status low_balance_email=$email system_status_email=status@branch.example admin=@bea tech=@ted
       < response_code = $code
end

shop > create subreseller  username=branch password=secret12 ccp_enabled=N pricing_plan=7 status=active low_balance_email=low@branch.example system_status_email=status@branch.example admin=@bea tech=@ted
     < response_code = 200  attributes.username = branch  attributes.key exists  attributes.id exists
shop > create subreseller  username=branch password=secret12 ccp_enabled=N pricing_plan=7 status=active low_balance_email=low@branch.example system_status_email=status@branch.example admin=@bea tech=@ted
     < response_code = 485
shop > get subreseller  username=branch
     < response_code = 200  attributes.status = active  attributes.ccp_enabled = N  attributes.pricing_plan = 7
     < attributes.contact_set.tech.email = ted@branch.example  attributes.balance = 0.00
state reseller branch  parent exists  status = active  balance = 0.00  tech_contact.email = ted@branch.example

shop > modify subreseller  username=branch pricing_plan=8 storefront_rwi=Y nameservers.fqdn1=ns1.branch.example nameservers.fqdn2=ns2.branch.example
     < response_code = 200
shop > get subreseller  username=branch
     < attributes.pricing_plan = 8  attributes.storefront_rwi = Y  attributes.low_balance_email = low@branch.example
     < attributes.nameservers.fqdn2 = ns2.branch.example  attributes.contact_set.admin.first_name = Bea
shop > modify subreseller  username=branch admin.email=nobody
     < response_code = 460

# Another reseller has no such sub-reseller, and no reseller is one of its own.
mall > get subreseller  username=branch
     < response_code = 480  response_text = "Sub-reseller not found."
mall > modify subreseller  username=branch pricing_plan=9
     < response_code = 480
mall > pay subreseller  username=branch amount=1.00
     < response_code = 480
shop > get subreseller  username=mall
     < response_code = 480

foreach case       amount  code  left    got
  |     some       30.50   200   69.50   30.50
  |     all        100.00  200   0.00    100.00
  |     too-much   100.01  440   100.00  0.00
  |     nothing    0.00    465   100.00  0.00
  |     less       -1.00   465   100.00  0.00
  |     no-number  much    465   100.00  0.00
  |     unsaid     ""      460   100.00  0.00

  shop > pay subreseller  username=branch amount=$amount
       < response_code = $code
  shop > get_balance
       < attributes.balance = $left
  shop > get subreseller  username=branch
       < attributes.balance = $got
  state reseller branch  balance = $got
end
