"""The sample office from an empty store to its pages: apply, plan, start, first pages, a volunteer's page under load."""
import json, os, re, sqlite3, time, urllib.request
from contextlib import closing
from datetime import datetime, timedelta, timezone
from urllib.parse import urlencode

import load
from program import PROJECT, Program

CAMPAIGN = "know-your-office"
STAFF_PAGES = ("/today", "/campaigns", "/campaigns/" + CAMPAIGN, "/volunteers", "/results")


def measure(path):
    program = Program(path)
    try:
        return {**files_and_plan(program), **pages(program)}
    finally:
        program.remove()


def files_and_plan(program):
    content = [os.path.join(PROJECT, name) for name in ("Audiences", "Campaigns")]
    applied, apply = program.run("apply", "--json", *content)
    again = program.run("apply", *content)[1]
    plan, planning = program.run("plan", CAMPAIGN, "--seconds", "8", "--json")
    plan = json.loads(plan)
    program.run("accept", CAMPAIGN)
    return {"apply": apply, "things": json.loads(applied)["created"], "apply_again": again, "plan": planning,
            "occurrences": len(plan["occurrences"]), "doors": sum(len(r["doors"]) for r in plan["routes"]),
            "unserved": len(plan["unserved"]), "count": program.run("count", "motorbike-or-house-owners", "--by", "commune")[1]}


def pages(program):
    base, ready = program.serve("--sign-in", "coordinator")
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
    first = timed(browser, base + "/")[-1]
    signed_in = sign_in(browser, program.said(r"http://\S+/sign-in/\S+(?=\n)"))
    others = {address: timed(browser, base + address)[-1] for address in STAFF_PAGES}
    loaded = load.measure([base + path for path in volunteers_of_today(program)])
    if loaded["statuses"] != {200: loaded["requests"]}:
        raise SystemExit(f"not every volunteer got the page: {loaded['statuses']}")
    return {"ready": ready, "first": first, "signed_in": signed_in, "pages": others, "load": loaded,
            "memory": program.peak_memory()}


def timed(opener, address, form=None):
    """The answer's address and body after all redirects, and the milliseconds that took"""
    began = time.monotonic()
    with opener.open(address, form) as answer:
        return answer.geturl(), answer.read().decode(), (time.monotonic() - began) * 1000


def sign_in(opener, link):
    """Opens the link and presses its button, as a person does; milliseconds until Today stands there"""
    _, page, opened = timed(opener, link)
    token = re.search(r'name="form_token" value="([^"]*)"', page).group(1)
    address, _, entered = timed(opener, link, urlencode({"form_token": token}).encode())
    if not address.endswith("/today"):
        raise SystemExit(f"the sign-in link led to {address}")
    return opened + entered


def volunteers_of_today(program):
    """Makes the plan's busiest day of doors today, and gives everybody who walks then a personal link"""
    offset = timedelta(hours=7)
    today = datetime.now(timezone(offset)).date().isoformat()
    with closing(sqlite3.connect(os.path.join(program.folder.name, "bench.sqlite"))) as store, store:
        busiest, = store.execute("SELECT date FROM occurrences JOIN routes r ON r.occurrence = occurrences.id "
                                 "GROUP BY date ORDER BY count(*) DESC, date").fetchone()
        walkers = store.execute("SELECT DISTINCT volunteer FROM assignments a JOIN occurrences o ON o.id = a.occurrence "
                                "JOIN routes r ON r.occurrence = o.id WHERE date = ? ORDER BY volunteer", (busiest,)).fetchall()
        store.execute("UPDATE occurrences SET date = ? WHERE id IN (SELECT occurrence FROM routes) AND date = ?", (today, busiest))
    return [json.loads(program.run("link", walker, "--json")[0])["path"] for walker, in walkers]
