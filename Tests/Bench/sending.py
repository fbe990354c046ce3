"""How many messages a second reach a local webhook sink, every state durable before the next step."""
import glob, json, os, subprocess, sys, time

from program import PROJECT, Program, direct, free_port

HARNESS = os.path.join(PROJECT, "Tests", "Harness")


def measure(path, messages):
    """{"launch": seconds, "rate": messages a second from the first to the last at the sink, "memory": bytes}"""
    program = Program(path, "chaos.sqlite", {"WIRE_SECRET": "wire-secret"})
    folder, provider, port = program.folder.name, free_port(), free_port()
    sink = None
    try:
        subprocess.run([sys.executable, "-B", os.path.join(HARNESS, "scenario.py"), folder, "--outreach", program.path,
                        "--adapter", "webhook", "--messages", str(messages), "--ports", str(provider), str(port),
                        "--plan", "good", "--connections", "64"], check=True)
        sink = subprocess.Popen([sys.executable, "-B", os.path.join(HARNESS, "fake_provider.py"), "--port", str(provider),
                                 "--out", folder], stdout=subprocess.PIPE, text=True)
        sink.stdout.readline()
        program.run("apply", "content")
        launch = program.run("launch", "spring", "--yes")[1]
        program.serve(port=port)
        while json.loads(program.run("status", "spring", "--json")[0])["left"]:
            time.sleep(0.5)
        memory = program.peak_memory()
        direct.open(f"http://127.0.0.1:{provider}/_flush").read()
        times = [line["t"] for file in glob.glob(folder + "/provider.*.jsonl") for line in map(json.loads, open(file))
                 if line["type"] == "req"]
        sent = json.loads(program.run("status", "spring", "--json")[0])["sent"]
        if len(times) != messages or sent != messages:
            raise SystemExit(f"{messages} were to leave, {len(times)} arrived, {sent} are marked as sent")
        return {"launch": launch, "rate": messages / (max(times) - min(times)), "memory": memory}
    finally:
        if sink:
            sink.terminate()
            sink.wait()
        program.remove()
