version 1
scenario "On the page the owner chooses a language, and whether to share more"
id       CONSENT-024
level    must
covers   sw_register
source   "ccTLD registration and consent", FAQ on the page

world
  clock   2026-03-02T09:00:00Z

actor shop   reseller  balance=1000.00
actor wei    person    name="Wei Tan" country=SG email=wei@tan.example

shop > sw_register domain  domain=tan.sg contacts=@wei
     < attributes.id -> $id
mail wei within PT1M  type = consent.async

foreach case     language  message
  |     english  en        "^You agree"
  |     german   de        "^Sie willigen"
  |     french   fr        "^Vous acceptez"
  |     spanish  es        "^Usted acepta"

  wei consent language=$language
      < page.message ~ $message
  state order $id  status = completed
  # The page remembers who reads what.
  wei consent
      < page.message ~ $message
end

foreach case     wants  says     shares
  |     more     yes    consent  yes
  |     no-more  no     consent  no
  |     refuses  yes    deny     no

  wei $says share_more=$wants
  state order $id  consent.share_more = $shares
end

wei consent language=it
    < ^status = 409
    < error.code = no_such_language
state order $id  status = waiting
