version 1
scenario "DS records are replaced as a whole and read with get type=dnssec"
id       DNSSEC-001
level    must
covers   set_dnssec_info get
source   "domains.opensrs.guide, set_dnssec_info and get-dnssec; help.opensrs.com, 205394018"

world
  clock   2026-05-04T15:20:00Z

actor shop   reseller
ignore mail verification.request

shop > sw_register domain  domain=ek-bikes.com
     < response_code = 200
shop > get  domain=ek-bikes.com type=dnssec
     < response_code = 200
     < attributes.dnssec exists
     < attributes.dnssec.0 absent
shop > set_dnssec_info  domain=ek-bikes.com
       dnssec.0.key_tag=12345 dnssec.0.algorithm=8 dnssec.0.digest_type=1
       dnssec.0.digest=0123456789abcdef0123456789abcdef01234567
       dnssec.1.key_tag=65535 dnssec.1.algorithm=13 dnssec.1.digest_type=2
       dnssec.1.digest=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
     < response_code = 200
     < attributes absent
shop > get  domain=ek-bikes.com type=dnssec
     < attributes.dnssec.0.key_tag = 12345
     < attributes.dnssec.0.algorithm = 8
     < attributes.dnssec.0.digest_type = 1
     < attributes.dnssec.0.digest = 0123456789abcdef0123456789abcdef01234567
     < attributes.dnssec.1.key_tag = 65535
     < attributes.dnssec.2 absent

foreach case       tag    algorithm  type  digest                                    code
  |     last-tag   65535  8          1     0123456789abcdef0123456789abcdef01234567  200
  |     no-tag     65536  8          1     0123456789abcdef0123456789abcdef01234567  465
  |     ed25519    1      15         1     0123456789abcdef0123456789abcdef01234567  465
  |     no-type    1      8          5     0123456789abcdef0123456789abcdef01234567  465
  |     too-short  1      8          2     0123456789abcdef0123456789abcdef01234567  465
  |     no-hex     1      8          1     zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz  465

  shop > set_dnssec_info  domain=ek-bikes.com dnssec.0.key_tag=$tag dnssec.0.algorithm=$algorithm
         dnssec.0.digest_type=$type dnssec.0.digest=$digest
       < response_code = $code
end

shop > get  domain=ek-bikes.com type=dnssec
     < attributes.dnssec.1.key_tag = 65535
shop > set_dnssec_info  domain=ek-bikes.com
     < response_code = 460
shop > set_dnssec_info  domain=ek-bikes.com dnssec=""
     < response_code = 200
shop > get  domain=ek-bikes.com type=dnssec
     < attributes.dnssec.0 absent
