/* Makes staff pages faster and livelier. Every task works without it. */
"use strict";
(function () {
  const one = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  /* A pressed button says that it was heard and ignores further clicks; the server refuses repeats anyway. */
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button && button.dataset.busy) setTimeout(() => { button.textContent = button.dataset.busy; }, 0);
  });
  /* Coming back with the Back button, the form may be sent again. */
  window.addEventListener("pageshow", () => all("form").forEach(form => { delete form.dataset.sent; }));

  /* Problems in a form take the focus, so that they are read first. */
  const errors = one(".errsum");
  if (errors) errors.focus();

  /* Prints the page. */
  all("[data-print]").forEach(button => { button.hidden = false; button.addEventListener("click", () => print()); });

  /* Live counts: a form with data-live="/address" is asked 400 ms after the last change; the old numbers stay. */
  all("form[data-live]").forEach(form => {
    const target = one("#" + form.dataset.target);
    let timer = 0, asked = 0;
    const ask = async () => {
      const mine = ++asked;
      const status = one("[data-counting]", target);
      if (status) status.hidden = false;
      try {
        const body = new URLSearchParams(new FormData(form));
        const answer = await fetch(form.dataset.live, { method: "POST", body, headers: { "X-Fragment": "yes" } });
        if (mine !== asked || !answer.ok) return;
        const fragment = new DOMParser().parseFromString(await answer.text(), "text/html");
        target.replaceChildren(...fragment.body.childNodes);
      } catch (error) {
        if (status) status.hidden = true;
      }
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 400); });
  });

  /* Live pages: numbers arrive absolute, so a lost event does no harm. */
  all("[data-stream]").forEach(box => {
    let source = null, last = Date.now(), hiddenSince = 0, told = -10;
    const put = (name, text) => all('[data-value="' + name + '"]', box).forEach(node => { node.textContent = text; });
    const status = one("[data-live-status]", box);
    const open = () => {
      source = new EventSource(box.dataset.stream);
      source.addEventListener("progress", event => {
        last = Date.now();
        const news = JSON.parse(event.data);
        Object.entries(news.values || {}).forEach(([name, text]) => put(name, text));
        (news.bars || []).forEach((bar, index) => {
          const part = all("[data-bar] rect[data-part]", box)[index];
          if (part) { part.setAttribute("x", bar.x); part.setAttribute("width", bar.width); }
        });
        if (news.title) document.title = news.title;
        if (status && news.time) status.textContent = news.time;
        const speech = one("[data-speech]", box);
        if (speech && news.percent >= told + 10) { told = news.percent; speech.textContent = news.speech; }
      });
      source.addEventListener("state", event => {
        const news = JSON.parse(event.data);
        put("state", news.word);
        if (news.reload) location.reload();
      });
      source.addEventListener("log", event => {
        const log = one("[data-log]", box);
        if (!log) return;
        const news = JSON.parse(event.data), line = document.createElement("li"), time = document.createElement("time");
        const text = document.createElement("div");
        time.textContent = news.time; text.textContent = news.text;
        line.append(time, text); log.prepend(line);
      });
      source.addEventListener("done", () => { source.close(); source = null; location.reload(); });
    };
    open();
    setInterval(() => {
      if (source && status && Date.now() - last > 20000 && box.dataset.lost) {
        const at = new Date(last), two = number => String(number).padStart(2, "0");
        status.textContent = box.dataset.lost.replace("#", two(at.getHours()) + ":" + two(at.getMinutes()));
      }
      if (document.hidden && source && hiddenSince && Date.now() - hiddenSince > 60000) { source.close(); source = null; }
    }, 5000);
    document.addEventListener("visibilitychange", () => {
      hiddenSince = document.hidden ? Date.now() : 0;
      if (!document.hidden && !source) open();
    });
  });

  /* A month is a grid: arrow keys move by day. */
  all("table[data-grid]").forEach(grid => {
    grid.addEventListener("keydown", event => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
      const days = all(".d a", grid), at = days.indexOf(document.activeElement);
      if (!step || at < 0 || !days[at + step]) return;
      event.preventDefault();
      days[at + step].focus();
    });
  });

  /* Paper sheets: 1 to 5 chooses the result of the row that has the focus. */
  all("table[data-sheet]").forEach(sheet => {
    sheet.addEventListener("keydown", event => {
      const row = event.target.closest("tr");
      if (!row || !/^[1-5]$/.test(event.key) || event.target.matches("input:not([type=radio])")) return;
      const choice = all("input[type=radio]", row)[Number(event.key) - 1];
      if (!choice) return;
      event.preventDefault();
      choice.checked = true;
      const leaflets = one("input:not([type=radio])", row);
      if (leaflets) leaflets.focus();
    });
  });

  /* Shortcuts, unless a field has the focus: / searches, ? helps, n is new. None of them sends or deletes. */
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.shortcuts === "off") return;
    if (event.key === "Escape") all("details.menu[open]").forEach(menu => { menu.open = false; });
    if (event.target.closest("input,select,textarea")) return;
    if (event.key === "/") { event.preventDefault(); location.href = "/search"; }
    if (event.key === "?") location.href = "/help";
    const fresh = event.key === "n" && one("a[data-new]");
    if (fresh) fresh.click();
  });
})();
