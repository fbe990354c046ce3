#!/usr/bin/env python3
"""selftest: reconcile.py on hand-made logs. Each violation is found, and honest runs pass: a judge that has not been seen
to condemn proves nothing."""
import unittest
import reconcile as rc


def R(t, to="1", marker="c", accepted=True, told="ok", key=None, ep="kannel", **k):
    return {"type": "req", "t": t, "ep": ep, "to": to, "text": f"[[H:{marker}]] x", "key": key, "sha": "s", "accepted": accepted, "told": told,
            "status": 200, "replay": False, **k}


class Judge(unittest.TestCase):
    def judge(self, log, report, want=(("c", "1"),), kills=(), **settings):
        return rc.reconcile(log, [{"marker": m, "to": t} for m, t in want],
                            [{"marker": m, "to": t, "status": s} for m, t, s in report], list(kills), settings)

    def bad(self, *a, **k):
        return set(self.judge(*a, **k)["failures"])

    def test_all(self):
        mo = lambda t, **k: {"type": "mo", "t": t, "t_ack": t, "to": "1", "forged": False, "status": 200, **k}
        kill = {"kind": "KILL", "t": 1.5}
        self.assertEqual(self.bad([R(1)], [("c", "1", "sent")]), set())
        self.assertEqual(self.bad([], [("c", "1", "sent")]), {"lost_said_sent"})
        self.assertEqual(self.bad([], [("c", "1", "failed")]), {"failed_untried"})
        self.assertEqual(self.bad([], []), {"lost_not_in_report"})
        self.assertEqual(self.bad([], [("c", "1", "queued")]), {"stuck"})
        self.assertEqual(self.bad([], [("c", "1", "skipped")]), {"skipped_without_reason"})
        self.assertEqual(self.bad([R(1)], [("c", "1", "failed")]), {"said_failed_but_arrived"})
        self.assertEqual(self.bad([R(1)], [("c", "1", "eaten")]), {"unknown_status"})
        self.assertEqual(self.bad([R(1), R(2)], [("c", "1", "sent")]), {"duplicates"})
        # explained by a lost answer: still a failure unless the channel's policy allows it
        self.assertEqual(self.bad([R(1, told="none"), R(2)], [("c", "1", "sent")]), {"duplicates"})
        self.assertEqual(self.bad([R(1, told="none"), R(2)], [("c", "1", "sent")], policy={"kannel": "at-least-once"}), set())
        self.assertEqual(self.bad([R(1), R(2)], [("c", "1", "sent")], policy={"kannel": "at-least-once"}), {"duplicates"})
        self.assertEqual(self.bad([R(1), R(2)], [("c", "1", "sent")], kills=[kill], policy={"kannel": "at-least-once"}), set())
        self.assertEqual(self.bad([R(1, key="k"), R(2, key="k")], [("c", "1", "sent")]), set())
        self.assertEqual(self.bad([R(1, key="k"), R(2, key="l")], [("c", "1", "sent")]), {"duplicates", "two_keys_for_one_message"})
        self.assertEqual(self.bad([R(1, key="k"), R(2, key="k", sha="z")], [("c", "1", "sent")]), {"key_reused_with_other_content"})
        self.assertEqual(self.bad([R(1, told="none")], [("c", "1", "doubt")]), set())
        self.assertEqual(self.bad([R(1)], [("c", "1", "doubt")]), {"doubt_without_cause", "too_much_doubt"})
        self.assertEqual(self.bad([mo(1), R(2)], [("c", "1", "sent")]), {"after_opt_out"})
        self.assertEqual(self.bad([mo(1), R(1.1)], [("c", "1", "sent")]), set())
        self.assertEqual(self.bad([mo(1)], [("c", "1", "skipped")]), set())
        self.assertEqual(self.bad([mo(1, forged=True), R(2)], [("c", "1", "sent")]), {"forged_accepted"})
        self.assertEqual(self.bad([mo(1, t_ack=None, status=403), R(2)], [("c", "1", "sent")]), {"genuine_refused"})
        self.assertEqual(self.bad([R(1), R(1, to="2")], [("c", "1", "sent")]), {"never_asked_for"})
        self.assertEqual(self.bad([R(1, text="[[H:c]] dear {{name}}")], [("c", "1", "sent")]), {"unrendered_template"})
        self.assertEqual(self.bad([R(1)], [("c", "1", "sent")], quiet={"tz": "UTC", "from": "20:00", "to": "08:00"}), {"quiet_hours"})
        self.assertEqual(self.bad([R(12 * 3600)], [("c", "1", "sent")], quiet={"tz": "UTC", "from": "20:00", "to": "08:00"}), set())
        many, rep = [R(i / 10, to=str(i)) for i in range(20)], [("c", str(i), "sent") for i in range(20)]
        want = [("c", str(i)) for i in range(20)]
        self.assertEqual(self.bad(many, rep, want, rate={"kannel": {"per": 1, "max": 9}}), {"over_rate"})
        self.assertEqual(self.bad(many, rep, want, rate={"kannel": {"per": 1, "max": 10}}), set())
        self.assertEqual(self.bad(many, rep, want, price={"kannel": 0.02}, budget=0.3), {"over_budget"})
        self.assertEqual(self.bad([R(1, accepted=False, told="error", status=429, retry_after=5), R(3)], [("c", "1", "sent")]), {"ignored_retry_after"})
        self.assertEqual(self.bad([R(1, to="+855 12-3")], [("c", "855123", "sent")], [("c", "855123")]), set())


if __name__ == "__main__":
    unittest.main()
