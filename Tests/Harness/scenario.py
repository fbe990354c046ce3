#!/usr/bin/env python3
"""scenario: writes everything a run of chaos.py needs into a folder: people, channel, campaign, the provider's plan of
misbehaviour, and the scenario itself.  Stdlib only; the people are invented, their numbers do not exist."""
import argparse, json, os

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = "[[H:spring/invite]] "

ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
ap.add_argument("dir")
ap.add_argument("--outreach", required=True, help="the program, a release build")
ap.add_argument("--adapter", choices=["webhook", "kannel", "twilio"], required=True)
ap.add_argument("--messages", type=int, default=5000)
ap.add_argument("--ports", type=int, nargs=2, required=True, metavar=("PROVIDER", "DAEMON"))
ap.add_argument("--seed", type=int, default=1)
ap.add_argument("--kills", type=int, default=20, help="at least; 0: nobody is killed")
ap.add_argument("--kinds", default="KILL=7,STOP=2,TERM=1")
ap.add_argument("--rate", type=int, help="parts a second")
ap.add_argument("--connections", type=int, default=16)
ap.add_argument("--plan", choices=["rough", "throttling", "good"], default="rough")
a = ap.parse_args()
provider, daemon = a.ports
base = f"http://127.0.0.1:{daemon}"


def channel():
    c = {"id": "wire", "adapter": a.adapter, "receipts": base, "secret": {"env": "WIRE_SECRET"},
         "allowPrivateAddress": True, "connections": a.connections, "price": "0.02 USD/part"}
    if a.rate:
        c["rate"] = f"{a.rate}/s"
    if a.adapter == "twilio":
        c["token"] = c.pop("secret")
        return c | {"url": f"http://127.0.0.1:{provider}", "account": "AC1", "from": "+85523000000"}
    if a.adapter == "webhook":
        return c | {"url": f"http://127.0.0.1:{provider}/webhook"}
    return c | {"url": f"http://127.0.0.1:{provider}/cgi-bin/sendsms", "username": "outreach",
                "password": {"env": "WIRE_PASSWORD"}, "sender": "OWSO"}


def plan():
    """rough: 15 % misbehaviour, receipts in every disorder, some STOPs; throttling: asks for patience; good: nothing"""
    slow = {"p": 0.5, "do": {"delay": [0.002, 0.02]}}
    if a.plan == "good":
        return {"seed": a.seed}
    if a.plan == "throttling":
        return {"seed": a.seed, "rules": [{"p": 0.01, "match": {"attempt": [1]}, "do": {"status": 429, "retry_after": 1}}, slow]}
    wild = [(0.03, {"accept": True, "answer": "reset"}), (0.03, {"accept": True, "answer": "500"}),
            (0.03, {"accept": True, "answer": "garbage"}), (0.02, {"accept": True, "answer": "half"}),
            (0.02, {"accept": False, "answer": "close"}), (0.02, {"accept": True, "answer": "close"})]
    style = {"webhook": "json"}.get(a.adapter, a.adapter)
    mo = {"url": f"{base}/inbound/wire", "style": style, "secret": "wire-secret"}
    return {"seed": a.seed, "rules": [{"p": p, "do": do} for p, do in wild] + [slow],
            "dlr": {"delay": [0, 0.3], "dup": 0.1, "reorder": 0.1, "lost": 0.1, "forge": 0.05, "secret": "wire-secret",
                    "twilio_token": "wire-secret",
                    "final": {"delivered": 0.9, "undelivered": 0.1}, "stop": 0.02, "mo": mo}}


def content():
    words = {"en": MARK + "Hello {name}. {stop}", "km": MARK + "សួស្តី {name} {stop}"}
    activity = {"id": "invite", "kind": "message", "channel": "wire", "at": "now", "text": words}
    return {
        "office.json5": {"office": {"id": "office", "name": {"en": "The office", "km": "សាលា"}, "live": True,
                                    "testNumbers": ["+85500"]}},
        "channel.json5": {"channel": channel()},
        "segment.json5": {"segment": {"id": "all", "name": {"en": "Everybody", "km": "ទាំងអស់"}, "where": "has phone"}},
        "campaign.json5": {"campaign": {
            "id": "spring", "name": {"en": "Spring", "km": "និទាឃរដូវ"}, "places": ["02"], "from": "2026-01-01",
            "to": "2035-12-31", "segment": "all", "budget": {"total": "100000 USD"}, "activities": [activity]}},
    }


def write(name, text):
    path = os.path.join(a.dir, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


for name, document in content().items():
    write("content/" + name, json.dumps(document, ensure_ascii=False))
write("content/places.csv", "code,parent_code,level,unit,name_en,name_km\n"
      "02,,province,Khaet,Battambang,បាត់ដំបង\n0203,02,district,Krong,Battambang,បាត់ដំបង\n"
      "020301,0203,commune,Sangkat,Tuol Ta Ek,ទួលតាឯក\n02030101,020301,village,Phum,Ou Khcheay,អូរខ្ជាយ\n")
people = [(f"c{i:06d}", f"+85500{2000000 + i}", "km" if i % 2 else "en") for i in range(a.messages)]
write("content/citizens.csv", "id,household_id,village_code,name_km,name_en,sex,birth_year,phone,language,consent_sms\n"
      + "".join(f"{id},,02030101,អ្នក {id},Person {id},F,1990,{to},{language},1\n" for id, to, language in people))
write("expected.csv", "marker,to\n" + "".join(f"spring/invite,{to}\n" for _, to, _ in people))
write("plan.json", json.dumps(plan()))
store = ["--database", "sqlite:chaos.sqlite"]
settings = {"policy": {"webhook": "keyed", "kannel": "at-most-once", "twilio": "at-most-once"}, "in_flight": a.connections,
            "unrendered": r"\{[a-z_]+\}", "price": {a.adapter: 0.02}, "budget": 100000}
if a.plan == "throttling":
    # What was under way when the provider asked for patience may arrive this much later on a machine that is busy.
    settings["retry_after_slack"] = 0.5
if a.rate:
    settings["rate"] = {a.adapter: {"per": 1, "max": a.rate}}
chaos = {"seed": a.seed, "every": [0.1, 0.3], "stop_for": [0.2, 1.5], "down_for": [0, 0.2], "max": a.kills + 10, "min": a.kills,
         "kinds": {k: int(n) for k, n in (pair.split("=") for pair in a.kinds.split(","))}}
write("scenario.json", json.dumps({
    "dir": os.path.abspath(a.dir), "provider": {"port": provider, "plan": "plan.json"},
    "daemons": [{"argv": [a.outreach, "serve", "--listen", f"127.0.0.1:{daemon}"] + store, "ready": base + "/health/ready",
                 "env": {"WIRE_SECRET": "wire-secret", "WIRE_PASSWORD": "wire-password"}}],
    "setup": [{"argv": [a.outreach, "apply"] + store + ["content"]}],
    "launch": [{"argv": [a.outreach, "launch"] + store + ["--yes", "spring"]}],
    "done": {"argv": [a.outreach, "status"] + store + ["--json", "spring"], "expect": r'"left" ?: ?0\b', "timeout": 300, "every": 0.3},
    "report": {"argv": ["sh", "-c", f"'{a.outreach}' report deliveries spring {' '.join(store)} --format csv | python3 '{HERE}/markers.py'"]},
    "check": [{"argv": [a.outreach, "check"] + store}],
    "chaos": chaos if a.kills else {}, "settle": 1.0, "settings": settings}, indent=1))
