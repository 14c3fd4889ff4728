"""Headless Chromium for tests in Python, driven by its WebDriver over plain HTTP.

With SHOTS=DIR a test keeps pictures of its pages there.
"""
import base64
import json
import os
import re
import subprocess
import tempfile

from orrery import Server, fetch

SHOTS = os.environ.get("SHOTS")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--window-size=1000,800"]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
NO_FORM = "main:not(:has(form))"
TAB, SPACE, ENTER = "\ue004", " ", "\ue007"


class Driver:
    def __init__(self):
        self.process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            port = re.search(r"started successfully on port (\d+)", line)
            if port:
                self.url = f"http://127.0.0.1:{port[1]}"
                return
        raise RuntimeError("chromedriver does not start")

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Browsers:
    """One browser for each way in which tests want one: a start is what costs."""

    def __init__(self, driver, folder):
        self.driver, self.folder, self.open = driver, folder, {}

    def __call__(self, **how):
        kind = tuple(how.items())
        if kind not in self.open:
            self.open[kind] = Browser(self.driver, self.folder, **how)
        return self.open[kind]

    def close(self):
        for browser in self.open.values():
            browser.close()


class Browser:
    """One Chromium, from an empty profile."""

    def __init__(self, driver, folder, javascript=True, phone=False):
        options = {"args": FLAGS + [f"--user-data-dir={tempfile.mkdtemp(dir=folder)}"]}
        if not javascript:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        if phone:
            options["mobileEmulation"] = {
                "deviceMetrics": {"width": 360, "height": 740, "pixelRatio": 2.0}}
        self.base = driver.url
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.base += "/session/" + answer["sessionId"]

    def ask(self, method, path, body=None):
        status, text = fetch(method, self.base + path, body)
        value = json.loads(text)["value"]
        if status != 200:
            raise RuntimeError(f"{path}: {value}")
        return value

    def close(self):
        self.ask("DELETE", "")

    def open(self, url):
        self.ask("POST", "/url", {"url": url})

    def url(self):
        return self.ask("GET", "/url")

    def title(self):
        return self.ask("GET", "/title")

    def find(self, css):
        found = self.ask("POST", "/elements", {"using": "css selector", "value": css})
        return [f"/element/{e[ELEMENT]}" for e in found]

    def text(self, css="main"):
        return self.ask("GET", self.find(css)[0] + "/text")

    def wait_for(self, css):
        """The driver waits, not we: a click does not always wait for what it leads to."""
        self.ask("POST", "/timeouts", {"implicit": 20000})
        found = self.find(css)
        self.ask("POST", "/timeouts", {"implicit": 0})
        if not found:
            raise AssertionError(f"no {css} on {self.url()}, {self.title()!r}: {self.text()}")

    def click(self, css):
        self.ask("POST", self.find(css)[0] + "/click", {})

    def ticked(self, css="#agree"):
        return self.ask("GET", self.find(css)[0] + "/selected")

    def run(self, script):
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})

    def type(self, keys):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask("POST", "/actions", {"actions": [
            {"type": "key", "id": "keyboard", "actions": actions}]})

    def complaints(self):
        return [entry for entry in self.ask("POST", "/se/log", {"type": "browser"})
                if entry["level"] == "SEVERE"]

    def picture(self, name):
        if SHOTS:
            with open(os.path.join(SHOTS, name + ".png"), "wb") as file:
                file.write(base64.b64decode(self.ask("GET", "/screenshot")))


def equal(got, wanted):
    if got != wanted:
        raise AssertionError(f"{got!r}, not {wanted!r}")


def play(tests):
    """Each with a server and browsers of all; what main() returns."""
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = Server(folder)
        driver = Driver()
        browsers = Browsers(driver, folder)
        for test in tests:
            try:
                test(server, browsers)
            except Exception as error:  # one broken test must not hide the others
                failed += 1
                print(f"{test.__name__}: {type(error).__name__}: {error}")
        browsers.close()
        driver.stop()
        server.stop()
    print(f"{len(tests) - failed} passed, {failed} failed")
    return failed != 0
