"""A running orrery for tests in Python: started on free ports, asked, stopped."""
import hashlib
import json
import os
import signal
import subprocess
import urllib.error
import urllib.request

from openapi import Document

ORRERY = os.environ.get("ORRERY", "build/orrery")


def send(method, url, body=None, headers=None):
    """Status, media type and text, whatever comes."""
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers=headers or {})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as reply:
            return reply.status, reply.headers.get("Content-Type"), reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Content-Type"), error.read().decode()


DOCUMENTS = {}  # by host and port


def document_of(host, headers=None):
    if host not in DOCUMENTS:
        status, _, text = send("GET", f"http://{host}/api/v1/openapi.json", headers=headers)
        if status != 200:
            raise RuntimeError(text)
        DOCUMENTS[host] = Document(json.loads(text))
    return DOCUMENTS[host]


def fetch(method, url, body=None, headers=None):
    """Status and text.  What the control API says must fit its own document."""
    status, media, text = send(method, url, body, headers)
    _, _, host, path = url.split("/", 3)
    if path.startswith("api/v1") and status != 401:
        document_of(host, headers).check(method, "/" + path, status, media, text)
    return status, text


class Server:
    """One orrery on free ports, with a world and a user "demo"."""

    def __init__(self, folder, *options, errors=None):
        ready = os.path.join(folder, "ready.json")
        self.process = subprocess.Popen(
            [ORRERY, "serve", "--https-port", "off", "--http-port", "0", "--web-port", "0",
             "--legacy-port", "off", "--lookup-port", "off",
             "--ready-file", ready, "--log-level", "error", *options],
            stdout=subprocess.PIPE, stderr=errors, text=True)
        self.process.stdout.readline()  # printed once all ports accept
        with open(ready, encoding="utf-8") as file:
            self.about = json.load(file)
        self.web = f"http://127.0.0.1:{self.about['ports']['web']}"

    def api(self, method, path, body=None):
        status, text = fetch(method, f"{self.web}/api/v1/worlds/demo{path}", body)
        if status >= 300:
            raise RuntimeError(f"{method} {path}: {status} {text}")
        return json.loads(text)

    def order(self, domain, email, first="Anna", last="Ek", reg_type="new"):
        """By the signed command.  Returns the reply."""
        contact = "".join(f'<item key="{k}">{v}</item>' for k, v in {
            "first_name": first, "last_name": last, "email": email, "org_name": "Ek",
            "address1": "1 Main St", "city": "Toronto", "state": "ON", "country": "CA",
            "postal_code": "M5V2A1", "phone": "+1.4165550100"}.items())
        contacts = "".join(f'<item key="{role}"><dt_assoc>{contact}</dt_assoc></item>'
                           for role in ("owner", "admin", "billing", "tech"))
        attributes = "".join(f'<item key="{k}">{v}</item>' for k, v in {
            "domain": domain, "reg_type": reg_type, "period": 1, "reg_username": "owner",
            "reg_password": "secret12", "handle": "process", "custom_nameservers": 0,
            "custom_tech_contact": 1}.items())
        return self.command("SW_REGISTER", "DOMAIN",
                            f'{attributes}<item key="contact_set"><dt_assoc>{contacts}</dt_assoc></item>')

    def command(self, action, thing, attributes):
        """Any signed command; the attributes are items.  Returns the reply."""
        body = ('<?xml version="1.0"?><OPS_envelope><header><version>0.9</version></header><body>'
                '<data_block><dt_assoc><item key="protocol">XCP</item>'
                f'<item key="action">{action}</item><item key="object">{thing}</item>'
                f'<item key="attributes"><dt_assoc>{attributes}</dt_assoc></item></dt_assoc>'
                '</data_block></body></OPS_envelope>').encode()
        user = self.about["worlds"][0]["users"][0]
        key = user["key"].encode()
        inner = hashlib.md5(body + key).hexdigest().encode()
        return fetch("POST", f"http://127.0.0.1:{self.about['ports']['http']}/", body,
                     {"X-Username": user["username"], "Content-Type": "text/xml",
                      "X-Signature": hashlib.md5(inner + key).hexdigest()})[1]

    def register(self, domain, email, first="Anna", last="Ek"):
        """Returns the link of the verification mail."""
        reply = self.order(domain, email, first, last)
        if '<item key="response_code">200</item>' not in reply:
            raise RuntimeError(reply)
        mails = self.api("GET", f"/mail?domain={domain}&type=verification.request")["items"]
        return next(link["url"] for link in mails[-1]["links"] if link["rel"] == "verify")

    def status(self, domain):
        return self.api("GET", f"/domains/{domain}")["verification"]["status"]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
