#!/usr/bin/env python3
"""sending: how many messages a second reach a local webhook sink, every state durable.  Prints one line.

python3 Tests/Bench/sending.py OUTREACH [MESSAGES]"""
import glob, json, os, shutil, socket, subprocess, sys, tempfile, time, urllib.request

program = os.path.abspath(sys.argv[1])
messages = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
harness = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Harness")


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def outreach(*words):
    return subprocess.run([program, *words, "--database", "sqlite:chaos.sqlite"], cwd=folder, check=True, env=env,
                          capture_output=True, text=True).stdout


folder, (provider, daemon) = tempfile.mkdtemp(), (port(), port())
env = {**os.environ, "WIRE_SECRET": "wire-secret"}
running = []
try:
    subprocess.run([sys.executable, "-B", os.path.join(harness, "scenario.py"), folder, "--outreach", program, "--adapter", "webhook",
                    "--messages", str(messages), "--ports", str(provider), str(daemon), "--plan", "good", "--connections", "64"], check=True)
    sink = subprocess.Popen([sys.executable, "-B", os.path.join(harness, "fake_provider.py"), "--port", str(provider), "--out", folder],
                            stdout=subprocess.PIPE, text=True)
    running.append(sink)
    sink.stdout.readline()
    outreach("apply", "content")
    t = time.time()
    outreach("launch", "spring", "--yes")
    launched = time.time() - t
    running.append(subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{daemon}", "--database", "sqlite:chaos.sqlite"],
                                    cwd=folder, env=env, stdout=subprocess.DEVNULL))
    while json.loads(outreach("status", "spring", "--json"))["left"]:
        time.sleep(0.2)
    urllib.request.urlopen(f"http://127.0.0.1:{provider}/_flush").read()
    times = [r["t"] for path in glob.glob(folder + "/provider.*.jsonl") for r in map(json.loads, open(path)) if r["type"] == "req"]
    seconds = max(times) - min(times)
    print(f"messages to a local webhook sink: {len(times)} in {seconds:.2f} s, {len(times) / seconds:.0f} a second "
          f"(launch of {messages}: {launched:.2f} s)")
finally:
    for process in reversed(running):
        process.terminate()
        process.wait()
    shutil.rmtree(folder)
