import Foundation

/// What the browser finds on a page, beside what every page promises: its language, one heading, no sideways scrolling.
struct PageLook: Decodable {
  var lang: String
  var headings: Int
  /// Pixels by which the page is wider than its window.
  var sideways: Int
  /// Texts that stand in another language than they are marked with.
  var foreign: [String]
  /// Words as only a program writes them: "notHome", "null", "{name}"; the texts of messages have such names.
  var keys: [String]
  /// Controls without a label, and ids that occur twice.
  var faults: [String]
  /// Where the page leads to within this site.
  var links: [String]

  init(_ browser: Browser) async throws {
    let answer = try await browser.evaluate(Self.script) as? String ?? ""
    self = try JSONDecoder().decode(PageLook.self, from: Data(answer.utf8))
  }

  private static let script = #"""
    const all = selector => Array.from(document.querySelectorAll(selector));
    const root = document.documentElement;
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.textContent.trim(), parent = walker.currentNode.parentElement;
      if (!words || parent.closest("script,style,noscript,code,.code")) continue;
      texts.push([words, parent.closest("[lang]").getAttribute("lang"), parent.closest(".sms")]);
    }
    // Two Latin words in a row are English; one alone may be a name, an id or a currency.
    // Some Khmer sentences quote what stands in English elsewhere: another program's menu, the words of a rule.
    const quotes = words => isKhmer(words) && /Google Calendar|owns_motorbike/.test(words);
    const isEnglish = words => /[A-Za-z]{2,},? [A-Za-z]{2,}/.test(words.replace(/https?:\S+/g, "")) && !quotes(words);
    const isKhmer = words => /[\u1780-\u17B3]/.test(words);
    const foreign = texts.filter(([words, lang]) => lang === "km" ? isEnglish(words) : isKhmer(words));
    const isKey = words => /\b[a-z]+[a-z0-9]*[A-Z][a-z]+\w*\b|\bnull\b|\bnil\b|\bundefined\b|Optional\(|\{[a-z]+\}/.test(words);
    const unlabelled = all("input:not([type=hidden]),select,textarea").filter(one =>
      !(one.labels && one.labels.length) && !one.getAttribute("aria-label"));
    const ids = all("[id]").map(one => one.id);
    return JSON.stringify({
      lang: root.lang,
      headings: all("h1").length,
      sideways: root.scrollWidth - root.clientWidth,
      foreign: foreign.map(([words, lang]) => lang + ": " + words),
      keys: texts.filter(([words, lang, message]) => !message && isKey(words)).map(text => text[0]),
      faults: unlabelled.map(one => "no label: " + one.name)
        .concat(ids.filter((id, at) => ids.indexOf(id) !== at).map(id => "twice: #" + id))
        .concat(all("img:not([alt]),button:empty,a:empty").map(one => "no words: " + one.outerHTML.slice(0, 80))),
      links: all("a[href]").map(one => new URL(one.getAttribute("href"), location)).filter(one => one.origin === location.origin)
        .map(one => one.pathname + one.search),
    });
    """#
}
