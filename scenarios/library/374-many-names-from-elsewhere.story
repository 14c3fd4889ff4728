version 1
scenario "Many names are ordered from elsewhere with one request, just as they are or for one end user"
id       TRANSFER-374
level    must
covers   simple_transfer simple_transfer_status bulk_transfer get_transfers_in
source   "simple_transfer" : ten thousand names, a job's number ; "github.com/OpenSRS/osrs-toolkit-php, bulk_transfer"

world
  clock   2026-05-04T15:20:00Z
  domain  one.com registrar=elsewhere created=2025-01-01T00:00:00Z
  domain  two.com registrar=elsewhere created=2025-01-01T00:00:00Z
  domain  three.com registrar=elsewhere created=2025-01-01T00:00:00Z

actor shop   reseller
actor mall   reseller
actor anna   person  name="Anna Ek" email=anna@ek.example

ignore mail transfer.request
ignore mail bulk.report

shop > simple_transfer domain
     < response_code = 460  response_text = "Required field 'domain_list' not provided"
shop > simple_transfer domain  domain_list.0.domain=one.com domain_list.0.auth_info=secret domain_list.1.domain=two.com domain_list.2.domain=none.com
     < response_code = 200
     < attributes.simple_transfer_job_id -> $job
shop > simple_transfer_status domain  simple_transfer_job_id=$job
     < attributes.status = in_progress
     < attributes.domain_list.0.status = pending
     < attributes.domain_list.0.response_code absent
mall > simple_transfer_status domain  simple_transfer_job_id=$job
     < response_code = 480
advance PT1H
shop > simple_transfer_status domain  simple_transfer_job_id=$job
     < attributes.status = completed
     < attributes.domain_list.0.domain = one.com
     < attributes.domain_list.0.status = submitted
     < attributes.domain_list.0.response_text = "Transfer request initiated"
     < attributes.domain_list.2.status = failed
     < attributes.domain_list.2.response_code = 487
shop > get_transfers_in domain  domain=one.com
     < attributes.transfers.0.status = pending_registry
shop > get_transfers_in domain  domain=two.com
     < attributes.transfers.0.status = pending_owner
mall > bulk_transfer domain  contacts=@anna reg_username=annaek reg_password=secret12 domain_list.0=three.com domain_list.1=one.com
     < response_code = 200
     < attributes.bulk_transfer_id = 2
advance PT1H
mall > get_transfers_in domain
     < attributes.total = 1
     < attributes.transfers.0.domain = three.com
     < attributes.transfers.0.request_address = anna@ek.example
