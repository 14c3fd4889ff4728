version 1
scenario "The list of deleted names: by whose they were, by days of Toronto and of Greenwich, page by page"
id       REVOKE-003
level    must
covers   get_deleted_domains revoke redeem
source   "get_deleted_domains" and its recorded reply; decisions on dates

world
  clock   2026-05-04T02:30:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bert   person  name="Bert Ek" email=bert_1@ek.example

ignore mail verification.request

shop > sw_register domain  domain=ek-one.com owner=@anna
     < response_code = 200
shop > sw_register domain  domain=ek-two.com owner=@bert admin=@anna
     < response_code = 200
shop > sw_register domain  domain=ek-three.com owner=@bert
     < response_code = 200

# Half past ten in the evening of 3 May in Toronto.
shop > revoke domain  domain=ek-one.com
     < response_code = 200
at 2026-05-04T03:59:59Z
shop > revoke domain  domain=ek-two.com
     < response_code = 200
at 2026-05-04T04:00:00Z
op edit domain=ek-three.com state=expired
op edit domain=ek-three.com state=deleted

shop > get_deleted_domains domain
     < attributes.total = 3  attributes.page = 1  attributes.page_size = 40
     < attributes.del_domains.0.name = ek-one.com
     < attributes.del_domains.0.delete_date = "03-MAY-2026 22:30:00"
     < attributes.del_domains.0.delete_date_epoch = 1777861800
     < attributes.del_domains.0.expiredate = "04-MAY-2027 02:30:00"
     < attributes.del_domains.0.expiredate_epoch = 1809397800
     < attributes.del_domains.1.name = ek-two.com
     < attributes.del_domains.2.name = ek-three.com  attributes.del_domains.2.reason = Expired
     < attributes.del_domains.3 absent

foreach case            key            value              total  first
  |     owner           owner_email    anna@ek.example    1      ek-one.com
  |     any-case        owner_email    ANNA@*             1      ek-one.com
  |     star            owner_email    *@ek.example       3      ek-one.com
  |     only-star       owner_email    bert1*             0      -
  |     underscore      owner_email    bert_1*            2      ek-two.com
  |     no-star         owner_email    anna@ek.exampl     0      -
  |     admin           admin_email    anna@ek.example    2      ek-one.com
  |     billing         billing_email  bert_1@ek.example  2      ek-two.com
  |     tech            tech_email     nobody@*           0      -
  |     name            domain         ek-two.com         1      ek-two.com
  |     that-day        del_from       2026-05-03         3      ek-one.com
  |     next-day        del_from       2026-05-04         1      ek-three.com
  |     until-that-day  del_to         2026-05-03         2      ek-one.com
  |     until-before    del_to         2026-05-02         0      -
  |     exp-from        exp_from       2027-05-04         3      ek-one.com
  |     exp-after       exp_from       2027-05-05         0      -
  |     exp-to          exp_to         2027-05-04         3      ek-one.com
  |     exp-before      exp_to         2027-05-03         0      -

  shop > get_deleted_domains domain  $key=$value
       < response_code = 200  attributes.total = $total
  shop > get_deleted_domains domain  $key=$value
       < attributes.del_domains.0.name = $first
end

foreach case      first  page  code  name
  |     one       1      1     200   ek-one.com
  |     two       1      2     200   ek-two.com
  |     none      1      0     465   -
  |     zero      0      0     200   ek-one.com
  |     zero-one  0      1     200   ek-two.com

  op policy deleted.first_page=$first
  shop > get_deleted_domains domain  limit=1 page=$page
       < response_code = $code
  shop > get_deleted_domains domain  limit=1 page=$page
       < attributes.page_size = 1  attributes.total = 3  attributes.del_domains.0.name = $name
       < attributes.del_domains.1 absent
end

foreach case       key       value       last  code
  |     last-year  exp_to    2030-12-31  2030  200
  |     later      exp_to    2031-01-01  2030  465
  |     allowed    exp_to    2031-01-01  2031  200
  |     no-day     del_from  2026-02-30  2030  465
  |     no-limit   limit     0           2030  465

  op policy deleted.last_year=$last
  shop > get_deleted_domains domain  $key=$value
       < response_code = $code
end

op policy quirk.expiredate_epoch=on
shop > get_deleted_domains domain  domain=ek-one.com
     < attributes.del_domains.0.expiredate_epoch = 1809412200
     < attributes.del_domains.0.delete_date_epoch = 1777861800

# None of them can be bought back yet.
shop > redeem domain  domain=ek-three.com
     < is_success = 0  response_code = 400
