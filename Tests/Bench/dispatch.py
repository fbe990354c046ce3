#!/usr/bin/env python3
"""dispatch: the durable dispatch beside a bare libcurl loop without any store and beside Kannel's smsbox, in one run on one
machine: the same bodies, as many connections, the same sink (nginx).  Prints a table with the ratios.

python3 Tests/Bench/dispatch.py OUTREACH [MESSAGES] [CONNECTIONS]"""
import json, os, shutil, statistics, subprocess, sys, tempfile, time

from program import PROJECT, Program, free_port

HERE = os.path.dirname(os.path.abspath(__file__))
NGINX = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  log_format key '$http_idempotency_key'; access_log {folder}/keys key buffer=256k flush=1s;
  keepalive_requests 100000000; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; location / {{ default_type application/json; return 202 '{{"id":"$request_id"}}'; }} }}
}}
"""
KANNEL = """
group = core
admin-port = {ports[0]}
smsbox-port = {ports[1]}
admin-password = x
box-allow-ip = "127.0.0.1"
admin-interface = 127.0.0.1
store-type = spool
store-location = {folder}/store

group = smsc
smsc = fake
smsc-id = fake
host = 127.0.0.1
port = {ports[2]}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {ports[3]}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = outreach
password = right
max-messages = 10

group = sms-service
keyword = default
text = hello
max-messages = 0
"""
messages = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000
connections = int(sys.argv[3]) if len(sys.argv) > 3 else 64
folder = tempfile.mkdtemp(prefix="outreach-dispatch-")
running = []


def start(*words, wait=0.7):
    running.append(subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    time.sleep(wait)


def write(name, text):
    with open(os.path.join(folder, name), "w") as f:
        f.write(text)
    return f.name


def bare(count, url, *more):
    return int(subprocess.run([os.path.join(folder, "bare"), str(count), url, str(connections), *more], check=True,
                              capture_output=True, text=True).stdout)


def keys():
    time.sleep(1.2)
    with open(os.path.join(folder, "keys")) as f:
        return f.read().split()


def durable(url):
    """Messages a second, from the first commit that lets one leave until the last answer is stored"""
    program = Program(sys.argv[1], "chaos.sqlite", {"WIRE_SECRET": "wire-secret"})
    try:
        port = free_port()
        subprocess.run([sys.executable, "-B", os.path.join(PROJECT, "Tests", "Harness", "scenario.py"), program.folder.name,
                        "--outreach", program.path, "--adapter", "webhook", "--messages", str(messages), "--ports",
                        url.rsplit(":", 1)[1].split("/")[0], str(port), "--plan", "good", "--connections", str(connections)],
                       check=True)
        program.run("apply", "content")
        program.run("launch", "spring", "--yes")
        before = len(keys())
        began = time.monotonic()
        program.serve(port=port)
        slowest = 0
        while True:
            printed, seconds = program.run("status", "spring", "--json")
            slowest = max(slowest, seconds)
            if not json.loads(printed)["left"]:
                break
            time.sleep(0.4)
        rate = messages / (time.monotonic() - began)
        status, seen = json.loads(printed), keys()[before:]
        if status["sent"] != messages or len(seen) != messages or len(set(seen)) != messages:
            raise SystemExit(f"{messages} were to leave once each: {status['sent']} sent, {len(seen)} arrived, "
                             f"{len(set(seen))} different")
        return rate, program.peak_memory() / 1e6, slowest * 1000
    finally:
        program.remove()


def kannel():
    ports = [free_port() for _ in range(4)]
    os.makedirs(os.path.join(folder, "store"))
    conf = write("kannel.conf", KANNEL.format(ports=ports, folder=folder))
    start("/usr/sbin/bearerbox", "-v", "4", conf)
    start("/usr/sbin/smsbox", "-v", "4", conf)
    start("/usr/lib/kannel/test/fakesmsc", "-H", "127.0.0.1", "-r", str(ports[2]), "-i", "0.1", "-m", "1", "1 2 text hello", wait=1)
    return bare(min(messages, 20_000), f"http://127.0.0.1:{ports[3]}/cgi-bin/sendsms", "kannel")


try:
    compiler = shutil.which("cc") or shutil.which("clang")
    subprocess.run([compiler, "-O2", "-o", os.path.join(folder, "bare"), os.path.join(HERE, "bare.c"), "-lcurl"], check=True)
    port = free_port()
    start("nginx", "-p", folder, "-c", write("nginx.conf", NGINX.format(folder=folder, port=port)))
    url = f"http://127.0.0.1:{port}/webhook"
    rounds = []
    for _ in range(3):
        rounds.append((bare(messages, url), *durable(url)))
    loop, ours = statistics.median(r[0] for r in rounds), statistics.median(r[1] for r in rounds)
    ratio = statistics.median(r[1] / r[0] for r in rounds)
    box = kannel()
    print(f"{messages:,} messages, {connections} connections, load {os.getloadavg()[0]:.1f}; medians of three rounds")
    print("| What | Messages a second | Ratio |\n|---|---|---|")
    print(f"| Durable dispatch to nginx, daemon's start included | {ours:,.0f} | {ratio:.2f} of the bare loop |")
    print(f"| Bare libcurl loop to the same nginx, no store | {loop:,.0f} | 1 |")
    print(f"| Kannel's smsbox with bearerbox and spool store, fed by the same loop | {box:,.0f} | ours is {ours / box:.1f} times that |")
    print(f"Most memory of the daemon: {max(r[2] for r in rounds):.0f} MB; slowest `status` meanwhile: {max(r[3] for r in rounds):.0f} ms")
finally:
    for process in reversed(running):
        process.terminate()
        process.wait()
    shutil.rmtree(folder)
