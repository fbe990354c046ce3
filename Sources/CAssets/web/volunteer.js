/* Keeps a volunteer's answers on the phone until the server has named them as received. Without this script every
   door is a form of its own and works all the same. */
"use strict";
(function () {
  const body = document.body, address = body.dataset.address;
  if (!address) return;
  const one = selector => document.querySelector(selector);
  const all = selector => Array.from(document.querySelectorAll(selector));
  const key = "outreach:" + address;
  const text = (name, number) =>
    ((number === 1 && body.dataset["t" + name + "1"]) || body.dataset["t" + name] || "").replace("#", digits(number));
  const digits = number => document.documentElement.lang === "km"
    ? String(number === undefined ? "" : number).replace(/[0-9]/g, digit => String.fromCharCode(0x17E0 + Number(digit)))
    : String(number === undefined ? "" : number);
  const arabic = words => words.replace(/[\u17E0-\u17E9]/g, digit => String(digit.charCodeAt(0) - 0x17E0));
  const forgetAt = Number(body.dataset.forget || 0) * 1000;

  /* The queue: events with their own random ids, in order. The same id again is the same event. */
  let storage = null;
  try { localStorage.setItem("outreach:try", "1"); localStorage.removeItem("outreach:try"); storage = localStorage; } catch (error) { /* private mode */ }
  const load = () => { try { return JSON.parse(storage.getItem(key)) || []; } catch (error) { return []; } };
  const save = queue => { try { storage.setItem(key, JSON.stringify(queue)); return true; } catch (error) { return false; } };
  /* What the server refused stays here to be shown to the coordinator, and is not sent again. */
  const waiting = () => load().filter(event => !event.refused);
  const identity = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");

  /* The line that says what is on the phone and what the server has. The two words are never mixed. */
  const line = one("[data-net]");
  const show = (kind, words, detail, again) => {
    if (!line) return;
    line.className = "net " + kind;
    const first = document.createElement("b"), paragraph = document.createElement("p");
    first.textContent = words;
    paragraph.append(first, detail ? " " + detail : "");
    line.replaceChildren(paragraph);
    if (!again) return;
    const button = document.createElement("button");
    button.className = "b s"; button.type = "button"; button.textContent = text("Try");
    button.addEventListener("click", () => send());
    line.append(button);
  };

  if (!storage) { if (one("[data-door-form]")) show("bad", text("Full")); return; }

  /* When the shift is over the phone forgets the doors; answers that were not received yet stay until they are. */
  const forget = () => {
    if (!forgetAt || Date.now() < forgetAt) return;
    all("[data-forgets]").forEach(node => node.remove());
    if (!load().length) storage.removeItem(key);
    if (window.caches) caches.delete("outreach-doors");
  };
  forget();
  setInterval(forget, 60000);

  /* Sending: in order, up to 50 at once, again after 1, 2, 5 and 10 minutes. */
  const pauses = [60, 60, 120, 300, 600];
  let busy = false, failures = 0, timer = 0;
  const send = async () => {
    const queue = waiting();
    clearTimeout(timer);
    if (!queue.length || busy) return;
    busy = true;
    show("", text("Sending", queue.length));
    try {
      const answer = await fetch(address + "/visits", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ clock: Date.now(), events: queue.slice(0, 50) }),
      });
      if (!answer.ok && ![403, 404, 410].includes(answer.status)) throw new Error(answer.status);
      const news = await answer.json();
      const received = new Set(news.received), refused = new Set(news.refused);
      save(load().filter(event => !received.has(event.id))
        .map(event => refused.has(event.id) ? Object.assign(event, { refused: true }) : event));
      failures = 0;
      busy = false;
      if (received.size && waiting().length) return send();
      if (!answer.ok || load().length) return show("bad", news.detail || text("Refused"));
      show("good", text("Received"));
      all("[data-unsent]").forEach(node => node.remove());
    } catch (error) {
      busy = false;
      show("warn", text("Offline", waiting().length), navigator.serviceWorker && navigator.serviceWorker.controller ? "" : text("Keep"), true);
      timer = setTimeout(send, pauses[Math.min(failures++, pauses.length - 1)] * 1000);
    }
  };
  window.addEventListener("online", () => send());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  if (waiting().length) send();

  /* One more, one less. */
  all("[data-counter]").forEach(counter => {
    const field = counter.querySelector("input");
    counter.querySelectorAll("[data-step]").forEach(button => {
      button.hidden = false;
      button.addEventListener("click", () => {
        field.value = digits(Math.max(0, (Number(arabic(field.value)) || 0) + Number(button.dataset.step)));
      });
    });
  });

  /* The current door is one form; the list knows the others. Each also has a page of its own, for phones without script. */
  const form = one("[data-door-form]"), doors = all("[data-door]");
  const route = body.dataset.route;
  const answered = new Set(load().filter(event => event.route === route).map(event => String(event.door)));
  const number = door => door.dataset.door;
  const isOpen = door => !answered.has(number(door)) && door.dataset.done === undefined;
  const now = () => form.elements.door.value;
  let last = null;

  /* The next door that waits, in walking order from the one just answered, then from the start. */
  const following = () => {
    const at = doors.findIndex(door => number(door) === now());
    return doors.slice(at + 1).concat(doors.slice(0, at + 1)).find(isOpen);
  };
  const open = door => {
    form.reset();
    form.elements.door.value = number(door);
    one("[data-door-title]").textContent = text("House", number(door));
    one("[data-door-label]").textContent = door.querySelector("[data-label]").textContent;
    const map = one("[data-door-map]");
    const place = door.querySelector('a[href^="geo:"]');
    if (map) { map.hidden = !place; map.href = place ? place.href : "#"; }
    all("[data-undo]").forEach(node => node.remove());
    const after = following();
    one("[data-save]").textContent = after ? text("Save", number(after)) : text("Last");
    one("[data-current]").scrollIntoView({ block: "start" });
  };

  const record = disposition => {
    const data = new FormData(form), answers = {};
    for (const [name, value] of data) if (name.startsWith("q-")) answers[name.slice(2)] = value;
    const leaflets = Math.max(0, Math.min(99, Math.floor(Number(arabic(String(data.get("leaflets") || ""))) || 0)));
    const event = {
      id: identity(), route, door: Number(now()), disposition, at: Date.now(), leaflets, answers,
      groups: data.getAll("group"), doNotVisit: data.has("doNotVisit"),
    };
    if (!save(load().concat(event))) { show("bad", text("Full")); return; }
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    answered.add(now());
    last = doors.find(door => number(door) === now());
    if (last) mark(last, form.querySelector('input[value="' + disposition + '"]').closest("label").textContent);
    progress();
    const after = following();
    if (after) { open(after); offerUndo(); }
    send();
  };

  const progress = () => {
    const words = one("[data-progress]"), done = doors.filter(door => !isOpen(door)).length;
    if (words) words.textContent = words.dataset.progress.replace("#", digits(done));
  };

  /* Under the house in the list: what was answered, and that it is still here only. */
  const mark = (door, word) => {
    const state = document.createElement("span"), tag = document.createElement("span"), note = document.createElement("span");
    state.className = "row small"; state.dataset.state = "";
    tag.className = "tag"; tag.textContent = word;
    note.className = "muted"; note.dataset.unsent = ""; note.textContent = text("Unsent");
    state.append(tag, note);
    const before = door.querySelector("[data-state]");
    if (before) before.replaceWith(state); else door.querySelector("div").append(state);
  };

  /* Undo stays for as long as the next door is open: the door is asked again, and the newer answer counts. */
  const offerUndo = () => {
    const button = document.createElement("button");
    button.type = "button"; button.className = "b s"; button.dataset.undo = ""; button.textContent = text("Undo");
    button.addEventListener("click", () => { if (last) { answered.delete(number(last)); open(last); } });
    form.prepend(button);
  };

  if (form && doors.length) {
    /* Whoever was not met needs no questions: one tap saves. Talking opens leaflets and survey, saved by the button. */
    form.addEventListener("change", event => {
      if (event.target.name === "disposition" && event.target.value !== "talked") record(event.target.value);
    });
    form.addEventListener("submit", event => {
      const chosen = new FormData(form).get("disposition");
      if (!chosen) return;
      event.preventDefault();
      record(chosen);
    });
    doors.forEach(door => {
      const link = door.querySelector("a[data-label]");
      if (link) link.addEventListener("click", event => { event.preventDefault(); open(door); });
    });
    if (answered.size) progress();
    const first = doors.find(door => number(door) === now());
    if (first && !isOpen(first) && following()) open(following());
  }

  if ("serviceWorker" in navigator && window.isSecureContext) {
    navigator.serviceWorker.register("/v/worker.js", { scope: "/v/" }).catch(() => {});
    if (forgetAt) navigator.serviceWorker.ready.then(ready => ready.active.postMessage({ address, forgetAt }));
  }
})();
