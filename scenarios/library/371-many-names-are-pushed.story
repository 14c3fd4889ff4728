version 1
scenario "A bulk change pushes many names: locked ones stay, or are opened for it"
id       PUSH-371
level    should
covers   submit
source   "github.com/OpenSRS/osrs-toolkit-php, bulkchange: push_domains"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor ops    person  name="Operations" email=ops@shop.example
actor op     operator

ignore mail verification.request

shop > sw_register domain  domain=one.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=two.com owner=@anna f_lock_domain=1
     < response_code = 200
shop > submit bulk_change  change_type=push_domains change_items.0=one.com
     < response_code = 460

foreach case     listed  flag  one                                    two                                   holder1  holder2
  |     strange  -       0     "465 Push transfer permission denied"  "405 Registry error"                  @shop    @shop
  |     minded   @shop   0     "200 Command completed successfully"   "405 Registry error"                  @mall    @shop
  |     opened   @shop   1     "200 Command completed successfully"   "200 Command completed successfully"  @mall    @mall

  op adjust reseller=@mall push_from=$listed
  shop > submit bulk_change  change_type=push_domains gaining_reseller_username=@mall apply_to_locked_domains=$flag change_items.0=one.com change_items.1=two.com contact_email=ops@shop.example
       < response_code = 200
  mail ops within PT1H  type = bulk.report  text ~ $one  text ~ $two
  state one.com  reseller = $holder1
  state two.com  reseller = $holder2
end
