# A mail server for tests: smtp_sink.py PORT FOLDER. Every mail it takes becomes FOLDER/N.json, as a mail program would read it. While FOLDER/answer
# is there, it gives that answer instead; the word "silence" makes it give none.
import asyncio
import email
import email.policy
import json
import os
import sys

from aiosmtpd.controller import Controller

port, folder = int(sys.argv[1]), sys.argv[2]


class Sink:
    taken = 0

    async def handle_DATA(self, server, session, envelope):
        answer = os.path.join(folder, "answer")
        if os.path.exists(answer):
            with open(answer, encoding="ascii") as file:
                words = file.read()
            if words != "silence":
                return words
            await asyncio.sleep(3600)
        self.taken += 1
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        raw = email.message_from_bytes(envelope.content, policy=email.policy.compat32)
        read = {
            "to": mail["To"],
            "from": mail["From"],
            "receivers": envelope.rcpt_tos,
            "subject": mail["Subject"],
            "rawSubject": raw["Subject"],
            "id": mail["Message-ID"],
            "autoSubmitted": mail["Auto-Submitted"],
            "date": mail["Date"],
            "body": mail.get_content(),
            "headers": [name for name, _ in mail.items()],
            "ascii": envelope.content.isascii(),
            "longestLine": max(len(line) for line in envelope.content.splitlines()),
        }
        place = os.path.join(folder, f"{self.taken}.json")
        with open(place + ".writing", "w", encoding="utf-8") as file:
            json.dump(read, file)
        os.rename(place + ".writing", place)
        return "250 OK"


Controller(Sink(), hostname="127.0.0.1", port=port).start()
print("ready", flush=True)
sys.stdin.read()
