"""The program under measurement: one folder, one store, commands timed, the daemon started and stopped by its own id."""
import os, re, socket, subprocess, tempfile, time, urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
# The proxy of the machine has nothing to do with loopback.
direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Program:
    def __init__(self, path, store="bench.sqlite", env=None):
        self.path, self.folder = os.path.abspath(path), tempfile.TemporaryDirectory(prefix="outreach-bench-")
        self.store, self.env = "sqlite:" + store, {**os.environ, **(env or {})}
        self.daemon = None

    def run(self, *words):
        """What a command printed, and its wall time in seconds, start of the process included"""
        began = time.monotonic()
        done = subprocess.run([self.path, *words, "--database", self.store], cwd=self.folder.name, env=self.env,
                              capture_output=True, text=True)
        seconds = time.monotonic() - began
        if done.returncode:
            raise SystemExit(f"outreach {' '.join(words)}: exit {done.returncode}\n{done.stderr[-500:]}")
        return done.stdout, seconds

    def serve(self, *words, port=None):
        """Starts the daemon; its base address, and the seconds until /health/ready said so"""
        base = f"http://127.0.0.1:{port or free_port()}"
        began = time.monotonic()
        self.printed = open(os.path.join(self.folder.name, "daemon.out"), "w+")
        self.daemon = subprocess.Popen([self.path, "serve", "--listen", base[7:], "--database", self.store, *words],
                                       cwd=self.folder.name, env=self.env, stdout=self.printed, stderr=subprocess.DEVNULL)
        while True:
            try:
                direct.open(base + "/health/ready").read()
                return base, time.monotonic() - began
            except OSError:
                if self.daemon.poll() is not None or time.monotonic() - began > 30:
                    raise SystemExit("the daemon did not start")
                time.sleep(0.002)

    def said(self, pattern):
        """The first match in what the daemon prints; it may print a little after it answers"""
        for _ in range(500):
            self.printed.seek(0)
            if found := re.search(pattern, self.printed.read()):
                return found.group(0)
            time.sleep(0.01)
        raise SystemExit(f"the daemon did not print {pattern}")

    def peak_memory(self):
        """The most bytes that the daemon ever held in memory"""
        with open(f"/proc/{self.daemon.pid}/status") as f:
            return int(re.search(r"VmHWM:\s+(\d+) kB", f.read()).group(1)) * 1024

    def stop(self):
        if self.daemon:
            self.daemon.terminate()
            self.daemon.wait()
            self.printed.close()
            self.daemon = None

    def remove(self):
        self.stop()
        self.folder.cleanup()
