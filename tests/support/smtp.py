"""A mail server for tests: takes what comes on a port that the system chose."""
import socket
import threading


class Sink:
    """Letters arrive in `letters` as (from, [to], bytes)."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.news = threading.Condition()
        self.letters = []
        self.visits = 0
        self.mood = "kind"  # "busy": hangs up at once; "silent": says nothing
        self.refused = ()  # recipients that are not taken
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            visitor, _ = self.listener.accept()
            with self.news:
                self.visits += 1
                mood = self.mood
                self.news.notify_all()
            if mood == "busy":
                visitor.close()
            else:
                threading.Thread(target=self.serve, args=(visitor, mood), daemon=True).start()

    def serve(self, visitor, mood):
        lines = visitor.makefile("rb")
        if mood == "silent":
            lines.read()
            return

        def say(text):
            visitor.sendall(text.encode() + b"\r\n")

        say("220 sink")
        sender, to = "", []
        for line in lines:
            word = line.split()[0].upper() if line.split() else b""
            if word == b"EHLO":
                say("250-sink\r\n250 8BITMIME")
            elif word == b"MAIL":
                sender, to = self.address(line), []
                say("250 ok")
            elif word == b"RCPT" and self.address(line) in self.refused:
                say("550 5.1.1 nobody of that name")
            elif word == b"RCPT":
                to.append(self.address(line))
                say("250 ok")
            elif word == b"DATA":
                say("354 go on")
                data = b""
                for text in iter(lines.readline, b".\r\n"):
                    data += text[1:] if text.startswith(b".") else text
                with self.news:
                    self.letters.append((sender, to, data))
                    self.news.notify_all()
                say("250 ok")
            elif word == b"QUIT":
                say("221 bye")
            else:
                say("250 ok")

    @staticmethod
    def address(line):
        return line.decode().split("<", 1)[1].split(">", 1)[0]

    def wait(self, what):
        """Until WHAT() holds; False after a time that is too long for any test."""
        with self.news:
            return self.news.wait_for(what, timeout=60)
