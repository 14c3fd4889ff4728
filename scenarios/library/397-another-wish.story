version 1
scenario "A change of the owner that waits for a yes gives way to another one, and the reseller may take either back"
id       TRADE-397
level    must
covers   update_contacts cancel_active_process
source   "ICANN_TRADE_STATUS_CHANGE" : cancelled_by_new_change, cancelled_by_reseller

world
  clock   2026-05-04T15:20:00Z
  policy  trade.icann=on

actor shop   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example
actor bo     person  name="Bo Berg" email=bo@berg.example
actor cy     person  name="Cy Dahl" email=cy@dahl.example

ignore mail verification.request
ignore mail trade.request

shop > sw_register domain  domain=ek-bikes.com owner=@anna
     < response_code = 200

foreach case            news
  |     at-the-new      -
  |     at-the-present  approve

  shop > update_contacts domain  domain=ek-bikes.com types.0=owner owner=@bo
       < response_code = 200
  bo $news
  shop > update_contacts domain  domain=ek-bikes.com types.0=owner owner=@cy
       < response_code = 200
  event ICANN_TRADE_STATUS_CHANGE within PT0S  trade_status = cancelled_by_new_change
  bo approve
     < ^status = 409
  shop > get domain  domain=ek-bikes.com type=owner
       < attributes.contact_set.owner.ownership_changes_request = "Cy Dahl"
  shop > cancel_active_process domain  domain=ek-bikes.com
       < response_code = 200
  event ICANN_TRADE_STATUS_CHANGE within PT0S  trade_status = cancelled_by_reseller
  cy approve
     < ^status = 409
  state ek-bikes.com  contacts.owner.email = anna@ek.example
end
