"""Answers of the control API, held against the document that the server gives out."""
import json
import re

try:
    import jsonschema
except ImportError:  # run_openapi says so
    jsonschema = None


class Document:
    def __init__(self, document):
        self.document = document
        self.covered = set()
        self.rows = [(re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path.replace(".", r"\.")) + "$"),
                      path, operations) for path, operations in document["paths"].items()]

    def find(self, method, path):
        for pattern, template, operations in self.rows:
            if pattern.match(path) and method.lower() in operations:
                return template, operations[method.lower()]
        return None, None

    def schema(self, inner):
        return {"components": self.document["components"], **inner}

    def content_of(self, method, path, status):
        """What may stand in an answer: media type -> schema."""
        template, operation = self.find(method, path)
        if operation is None or status >= 400:
            return self.document["components"]["responses"]["problem"]["content"]
        if str(status) not in operation["responses"]:
            raise AssertionError(f"{method} {template} does not answer {status}")
        self.covered.add((method, template))
        return operation["responses"][str(status)]["content"]

    def check(self, method, url, status, media, text):
        path = url.split("?")[0]
        content = self.content_of(method, path, status)
        if media not in content:
            raise AssertionError(f"{method} {path}: {media}, not {list(content)}")
        if media == "application/json" and jsonschema is not None:
            jsonschema.Draft202012Validator(self.schema(content[media]["schema"])).validate(
                json.loads(text))
