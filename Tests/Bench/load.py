#!/usr/bin/env python3
"""load: asks for pages at a constant rate and tells how long the answers took.  Loopback only, bounded in count and time.

Open loop: request number i is due at i / rate, whether or not earlier ones were answered, and its time counts from then.
So a server that stalls for a second is charged for everybody who would have come in that second ("coordinated omission").

python3 Tests/Bench/load.py URL... [--rate 500] [--seconds 20] [--connections 64]"""
import argparse, asyncio, collections, gc, json, time
from urllib.parse import urlsplit


class Connection(asyncio.Protocol):
    def __init__(self, load):
        self.load, self.buffer, self.due = load, b"", None

    def connection_made(self, transport):
        self.transport = transport

    def ask(self, request, due):
        self.due = due
        self.transport.write(request)

    def data_received(self, data):
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        if len(self.buffer) < end + 4 + length:
            return
        status, size, self.buffer = int(head[9:12]), len(self.buffer), b""
        self.load.answered(self, status, size)

    def connection_lost(self, error):
        if self.due is not None:
            self.load.answered(self, 0, 0)


class Load:
    def __init__(self, urls, rate, seconds, connections):
        host, port = urlsplit(urls[0]).hostname, urlsplit(urls[0]).port
        if host != "127.0.0.1":
            raise SystemExit("127.0.0.1 only")
        self.requests = [self.request(url, language) for language in ("km", "en") for url in urls]
        self.peer, self.rate, self.count, self.connections = (host, port), rate, int(rate * seconds), connections
        self.free, self.waiting, self.times, self.statuses, self.sizes = collections.deque(), collections.deque(), [], {}, []

    @staticmethod
    def request(url, language):
        parts = urlsplit(url)
        return (f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n"
                f"Accept-Language: {language}\r\nUser-Agent: load\r\n\r\n").encode()

    async def run(self):
        loop, self.done = asyncio.get_running_loop(), asyncio.Event()
        for _ in range(self.connections):
            _, connection = await loop.create_connection(lambda: Connection(self), *self.peer)
            self.free.append(connection)
        gc.disable()
        start = time.monotonic()
        for i in range(self.count):
            due = start + i / self.rate
            if (pause := due - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            self.waiting.append((self.requests[i % len(self.requests)], due))
            self.send()
        await asyncio.wait_for(self.done.wait(), 30)
        return self.result(time.monotonic() - start)

    def send(self):
        while self.free and self.waiting:
            self.free.popleft().ask(*self.waiting.popleft())

    def answered(self, connection, status, size):
        self.times.append(time.monotonic() - connection.due)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.sizes.append(size)
        connection.due = None
        if status:
            self.free.append(connection)
        if len(self.times) == self.count:
            self.done.set()
        self.send()

    def result(self, seconds):
        times = sorted(self.times)
        at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
        return {"requests": self.count, "seconds": seconds, "rate": self.count / seconds, "p50_ms": at(0.5), "p90_ms": at(0.9),
                "p99_ms": at(0.99), "p999_ms": at(0.999), "max_ms": times[-1] * 1000, "statuses": self.statuses,
                "mean_bytes": sum(self.sizes) / len(self.sizes)}


def measure(urls, rate=500, seconds=20, connections=64):
    return asyncio.run(Load(urls, rate, seconds, connections).run())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("urls", nargs="+")
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--connections", type=int, default=64)
    words = parser.parse_args()
    print(json.dumps(measure(words.urls, words.rate, words.seconds, words.connections)))
