version 1
scenario "Lists of names, page by page: by profile, by the day on which they expire, by what was noted"
id       LISTS-339
level    should
covers   get get_domains_by_expiredate get_notes get_orders_by_domain
source   "domains.opensrs.guide/docs/get-domain; recorded replies lookup/get_domains_by_expiredate and get_notes_for_domain"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail verification.request

shop > sw_register domain  domain=a-bikes.com period=1 owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200
shop > sw_register domain  domain=b-bikes.com period=2 owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=a-bikes.com
     < response_code = 200
shop > sw_register domain  domain=c-bikes.com period=3 owner=@anna reg_username=anna reg_password=pedal4567 reg_domain=a-bikes.com
     < response_code = 200
shop > sw_register domain  domain=other-bikes.com period=2 owner=@anna reg_username=boss reg_password=pedal4567
     < response_code = 200
mall > sw_register domain  domain=mall-bikes.com period=2 owner=@anna reg_username=anna reg_password=pedal4567
     < response_code = 200

# Of a profile, by cookie.
shop > set cookie  domain=a-bikes.com reg_username=anna reg_password=pedal4567
     < attributes.cookie -> $cookie

foreach pages  page  limit  first        second       rest
  |     all    0     40     a-bikes.com  b-bikes.com  0
  |     first  0     2      a-bikes.com  b-bikes.com  1
  |     last   1     2      c-bikes.com  -            0

  shop > get domain  ^cookie=$cookie type=list page=$page limit=$limit
       < response_code = 200  attributes.domain_list.0 = $first
       < attributes.count = 3  attributes.remainder = $rest
  shop > get domain  ^cookie=$cookie type=list page=$page limit=$limit
       < attributes.domain_list.1 = $second
end

# Days to expiry, today's own day included.
foreach days  low  high  first        second
  |     soon  0    365   a-bikes.com  -
  |     late  366  9999  b-bikes.com  c-bikes.com

  shop > get domain  ^cookie=$cookie type=list min_to_expiry=$low max_to_expiry=$high
       < attributes.domain_list.0 = $first  attributes.domain_list.2 absent
  shop > get domain  ^cookie=$cookie type=list min_to_expiry=$low max_to_expiry=$high
       < attributes.domain_list.1 = $second
end
mall > get domain  ^cookie=$cookie type=list
     < response_code = 415  response_text = "Invalid Cookie Supplied"

# Of a reseller, by the day.
foreach days        from        to          page  total  first            rest
  |     the-day     2027-05-04  2027-05-04  1     1      a-bikes.com      0
  |     day-before  2027-05-03  2027-05-03  1     0      -                0
  |     day-after   2027-05-05  2027-05-05  1     0      -                0
  |     page-one    2027-01-01  2030-01-01  1     4      a-bikes.com      1
  |     page-two    2027-01-01  2030-01-01  2     4      other-bikes.com  0
  |     backwards   2030-01-01  2027-01-01  1     0      -                0

  shop > get_domains_by_expiredate domain  exp_from=$from exp_to=$to limit=2 page=$page
       < response_code = 200  attributes.total = $total  attributes.remainder = $rest
       < attributes.page = $page
  shop > get_domains_by_expiredate domain  exp_from=$from exp_to=$to limit=2 page=$page
       < attributes.exp_domains.0.name = $first
end

# Of a name: the newest first, counted as a whole.
advance PT1H
shop > modify domain  domain=a-bikes.com data=expire_action auto_renew=1 let_expire=0
     < response_code = 200
advance PT1H
shop > modify domain  domain=a-bikes.com data=expire_action auto_renew=0 let_expire=1
     < response_code = 200
shop > get_notes domain  domain=a-bikes.com type=domain
     < attributes.notes.0.note = "Let-expire setting enabled."  attributes.notes.0.timestamp = "04-MAY-2026 13:20:00"
     < attributes.notes.1.note = "Let-expire setting disabled."  attributes.page_size = 40
     < attributes.total -> $total
shop > get_notes domain  domain=a-bikes.com type=domain limit=1 page=2
     < attributes.notes.0.note = "Let-expire setting disabled."  attributes.notes.1 absent
     < attributes.page = 2  attributes.page_size = 1  attributes.total = $total
mall > get_notes domain  domain=a-bikes.com type=domain
     < response_code = 480

shop > get_orders_by_domain domain  domain=a-bikes.com
     < response_code = 200  attributes.orders.0.id exists  attributes.orders.1 absent
mall > get_orders_by_domain domain  domain=a-bikes.com
     < response_code = 200  attributes.orders.0 absent
