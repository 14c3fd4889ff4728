# A signed lookup and a registration from Python, over TLS, with nothing but its library.
import hashlib
import os
import re
import ssl
import sys
import urllib.request
from html import escape

URL = os.environ.get("ORRERY_URL", "https://127.0.0.1:55443")
CA = os.environ.get("ORRERY_CA", "ca.pem")
USER, KEY = "demo", b"0123456789abcdef" * 7


def items(values):
    def text(value):
        return f"<dt_assoc>{items(value)}</dt_assoc>" if isinstance(value, dict) else escape(str(value))
    return "".join(f'<item key="{key}">{text(value)}</item>' for key, value in values.items())


def call(action, **attributes):
    content = items({"protocol": "XCP", "action": action, "object": "DOMAIN", "attributes": attributes})
    body = ('<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version></header>'
            f"<body><data_block><dt_assoc>{content}</dt_assoc></data_block></body></OPS_envelope>").encode()
    once = hashlib.md5(body + KEY).hexdigest().encode()
    request = urllib.request.Request(URL, body, {
        "Content-Type": "text/xml", "X-Username": USER,
        "X-Signature": hashlib.md5(once + KEY).hexdigest()})
    with urllib.request.urlopen(request, context=ssl.create_default_context(cafile=CA)) as reply:
        xml = reply.read().decode()
    return " ".join(re.search(f'key="{key}">([^<]*)', xml)[1] for key in ("response_code", "response_text"))


name = sys.argv[1]
anna = {"first_name": "Anna", "last_name": "Ek", "org_name": "Ek & Ek", "address1": "1 Main St",
        "city": "Toronto", "state": "ON", "country": "CA", "postal_code": "M5V 2T6",
        "phone": "+1.4165550100", "email": "anna@ek.example"}
print("lookup:", call("LOOKUP", domain=name))
print("register:", call(
    "SW_REGISTER", domain=name, reg_type="new", period=1, handle="process", reg_username="annaek",
    reg_password="secret1234", custom_nameservers=0, custom_tech_contact=0,
    contact_set={"owner": anna, "admin": anna, "billing": anna}))
