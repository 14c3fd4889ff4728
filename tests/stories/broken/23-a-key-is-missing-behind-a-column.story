version 1
scenario "a key is missing behind a column"
id       BROKEN-23
actor shop   reseller
actor op     operator
foreach case word
  | mute     mute
  op $word reseller=@shop
end
# fails 8:3|notice=, which 'mute' needs|absent
