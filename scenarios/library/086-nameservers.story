version 1
scenario "A name gets other nameservers: all anew, or some of them; a locked one keeps its own"
id       NAMESERVERS-001
level    must
covers   advanced_update_nameservers get modify sw_register
source   "advanced_update_nameservers"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor op     operator

shop > sw_register domain  domain=ek-bikes.com owner=@anna custom_nameservers=1
       nameserver_list.0.name=ns1.ek.net nameserver_list.1.name=ns2.ek.net
     < response_code = 200
mail anna within PT0S  type = verification.request
anna verify
state dns ek-bikes.com  ns = ns1.ek.net  ns = ns2.ek.net

shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=assign
       assign_ns.0=ns1.new.net assign_ns.1=ns2.new.net
     < response_code = 200  response_text = "Nameserver Update Successful"
event NAMESERVER_UPDATE within PT0S  domain_name = ek-bikes.com
state dns ek-bikes.com  ns = ns1.new.net  ns != ns1.ek.net
shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=add_remove
       add_ns.0=ns3.new.net remove_ns.0=ns1.new.net
     < response_code = 200
shop > get domain  domain=ek-bikes.com type=nameservers
     < attributes.nameserver_list.0.name = ns2.new.net  attributes.nameserver_list.1.name = ns3.new.net
state dns ek-bikes.com  ns = ns3.new.net  ns != ns1.new.net

foreach case       op          assign       add          remove       code
  |     nothing    assign      -            -            -            460
  |     bad-name   assign      not_a..host  -            -            465
  |     there      add_remove  -            ns2.new.net  -            465
  |     not-there  add_remove  -            -            ns9.new.net  405
  |     other-op   replace     -            -            -            465

  shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=$op
       < is_success = 0
  shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=$op assign_ns.0=$assign
       < is_success = 0  response_code = $code
  shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=$op add_ns.0=$add
       < is_success = 0  response_code = $code
  shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=$op remove_ns.0=$remove
       < is_success = 0  response_code = $code
  state dns ek-bikes.com  ns = ns2.new.net  ns = ns3.new.net
end
mall > advanced_update_nameservers domain  domain=ek-bikes.com op_type=assign assign_ns.0=ns1.ek.net
     < is_success = 0  response_code = 415

shop > modify domain  domain=ek-bikes.com data=status lock_state=1
     < response_code = 200
foreach case     policy   code  points
  |     refused  refused  405   ns2.new.net
  |     allowed  allowed  200   ns1.ek.net

  op policy nameservers.locked=$policy
  shop > advanced_update_nameservers domain  domain=ek-bikes.com op_type=assign assign_ns.0=ns1.ek.net
       < response_code = $code
  state dns ek-bikes.com  ns = $points
end
mail anna none
