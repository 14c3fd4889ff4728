version 1
scenario "While a registry thinks about a name, nothing else can be asked of it"
id       ORDER-024
level    must
covers   sw_register renew update_contacts modify get
source   "response codes" 437

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor carl   person    name="Carl Cole" email=carl@cole.example
actor op     operator

shop > sw_register domain  domain=cole.io owner=@carl
     < response_code = 200

foreach case           registry  when           code  contacts
  |     realtime       realtime  asked          200   200
  |     meanwhile      async     asked          437   437
  |     a-second-off   async     asked+PT4M59S  437   437
  |     at-its-second  async     asked+PT5M     200   250

  op policy tld.io.registry=$registry
  shop > renew domain  domain=cole.io currentexpirationyear=2027 period=1 handle=process
       < is_success = 1
  mark asked
  at $when
  shop > modify domain  domain=cole.io data=expire_action auto_renew=1 let_expire=0
       < response_code = $code
  shop > update_contacts domain  domain=cole.io owner=@carl
       < response_code = $contacts
  # Reading is allowed.
  shop > get domain  domain=cole.io type=waiting_history
       < response_code = 200
  shop > get domain  domain=cole.io type=all_info
       < response_code = 200
end
