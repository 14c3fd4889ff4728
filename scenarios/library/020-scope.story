version 1
scenario "Every gTLD is verified, new ones too; country codes are not, unless the policy says so"
id       VERIFY-020
level    must
covers   sw_register
source   "Registrant Verification FAQs", Q9

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
actor op     operator
actor anna   person  name="Anna Ek" email=anna@ek.example

foreach case          name           nis2  status      mailed
  |     com           ek-bikes.com   off   verifying   PT0S
  |     net           ek-bikes.net   off   verifying   PT0S
  |     new-gtld      ek-bikes.shop  off   verifying   PT0S
  |     cctld         ek-bikes.ch    off   unverified  -
  |     cctld-eu      ek-bikes.at    off   unverified  -
  |     cctld-nis2    ek-bikes.at    on    verifying   PT0S
  |     outside-nis2  ek-bikes.ch    on    unverified  -

  op policy verification.nis2=$nis2
  shop > sw_register domain  domain=$name owner=@anna
       < response_code = 200
  state $name  verification.status = $status
  mail anna within $mailed  type = verification.request
  mail anna none
end
