import Domain

/// What stands around every staff page: head, skip link, header with the seven words, breadcrumb, footer.
enum PageFrame {
  static func document(_ content: Page, _ page: PageContext) -> Markup {
    let t = page.wording
    return """
      <!doctype html>
      <html lang="\(t.language.rawValue)"\(attribute("data-theme", page.theme?.rawValue))>
      \(head(content, page))
      <body>
      <a class="skip" href="#main">\(t(.skipToContent))</a>
      \(header(page))
      <main id="main"\(attribute("class", content.isLandscape ? "land" : nil))>
      \(flashes(page))\(crumbs(content.crumbs, t))\(heading(content))\(tabs(content.tabs))
      \(content.content)
      </main>
      \(footer(page))
      </body>
      </html>

      """
  }

  private static func head(_ content: Page, _ page: PageContext) -> Markup {
    let t = page.wording
    let title = content.windowTitle ?? content.heading
    let error = content.hasErrors ? t(.errorPrefix) : ""
    let refresh: Markup? = content.refreshSeconds.map {
      "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>\n"
    }
    return """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(error)\(title) — Outreach</title>
      \(refresh)<link rel="icon" href="\(Asset.icon.address)">
      <link rel="stylesheet" href="\(Asset.stylesheet.address)">
      <script src="\(Asset.staffScript.address)" defer></script>
      </head>
      """
  }

  private static func header(_ page: PageContext) -> Markup {
    let t = page.wording
    let shown = Section.allCases.filter { page.user?.role.may($0.needs) == true }
    let items = shown.map { item($0, page) }
    let menuItems: [Markup] = items.map { "<li>\($0)</li>" }
    let home: Markup = "<a class=\"brand\" href=\"\(href: page.user?.role.home.address ?? "/")\">\(logo)Outreach</a>"
    guard page.user != nil else {
      return """
        <header class="top"><div>\(home)<div class="who">\(languageSwitch(page))</div></div></header>
        """
    }
    return """
      <header class="top"><div>
      \(home)
      <nav class="nav" aria-label="\(t(.mainNavigation))">\(items)</nav>
      <div class="who">\(languageSwitch(page))\(userMenu(page))</div>
      <details class="menu"><summary>\(t(.menu))</summary><ul>\(menuItems)\(personal(page))</ul></details>
      </div></header>
      """
  }

  private static let logo: Markup = """
    <svg viewBox="0 0 24 24" aria-hidden="true"><circle class="f-acc" cx="7" cy="12" r="4"/>\
    <path class="nf k-acc" stroke-width="2.4" stroke-linecap="round" \
    d="M13.5 6.5a7.8 7.8 0 0 1 0 11M17.6 3.6a12 12 0 0 1 0 16.8"/></svg>
    """

  private static func item(_ section: Section, _ page: PageContext) -> Markup {
    let current = attribute("aria-current", section == page.section ? "page" : nil)
    return "<a href=\"\(section.address)\"\(current)>\(page.wording(section.name))</a>"
  }

  private static func languageSwitch(_ page: PageContext) -> Markup {
    let other = page.language.other
    let address = page.path + (page.path.contains("?") ? "&" : "?") + "lang=\(other.rawValue)"
    return "<a href=\"\(href: address)\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\">\(other.ownName)</a>"
  }

  private static func userMenu(_ page: PageContext) -> Markup? {
    guard let user = page.user else { return nil }
    return """
      <details class="menu me"><summary>\(user.name)</summary><ul>\
      <li class="muted small">\(page.wording(.role(user.role)))</li>\(personal(page))</ul></details>
      """
  }

  /// The own password, the state of the service, help and signing out: in the user menu, and on small screens at the end of the one menu.
  private static func personal(_ page: PageContext) -> Markup {
    let t = page.wording
    return """
      <li><a href="/account">\(t(.newPassword))</a></li><li><a href="/status">\(t(.status))</a></li>\
      <li><a href="/help">\(t(.help))</a></li>\
      <li>\(form("/sign-out", page) { "<button class=\"b s\">\(t(.signOut))</button>" })</li>
      """
  }

  private static func flashes(_ page: PageContext) -> Markup {
    page.flash.map { flash in
      let undo = flash.undo.map { address in
        form(address, page) { "<button class=\"b s\">\(page.wording(.undo))</button>" }
      }
      return note(flash.kind, "<span>\(flash.text)</span>\(undo)", isRow: true)
    }.joined()
  }

  private static func crumbs(_ crumbs: [Page.Crumb], _ t: Wording) -> Markup? {
    guard !crumbs.isEmpty else { return nil }
    let links: [Markup] = crumbs.map { "<a href=\"\(href: $0.address)\">\($0.name)</a>" }
    return "<nav class=\"crumb\" aria-label=\"\(t(.breadcrumb))\">\(links.joined(by: " · "))</nav>"
  }

  private static func heading(_ content: Page) -> Markup {
    let subtitle: Markup? = content.subtitle.map {
      "<p class=\"sub\"\(attribute("lang", $0.language?.rawValue))>\($0.text)</p>"
    }
    let line: Markup? = content.line.map { "<p class=\"row small\">\($0)</p>" }
    let actions: Markup? = content.actions.isEmpty ? nil : "<div class=\"row noprint\">\(content.actions)</div>"
    return "<div class=\"head\"><div><h1>\(content.heading)</h1>\(subtitle)\(line)</div>\(actions)</div>"
  }

  private static func tabs(_ tabs: Page.Tabs?) -> Markup? {
    guard let tabs else { return nil }
    let links: [Markup] = tabs.items.map {
      let current = attribute("aria-current", $0.address == tabs.current ? "page" : nil)
      return "<a href=\"\(href: $0.address)\"\(current)>\($0.name)</a>"
    }
    return "<nav class=\"tabs\" aria-label=\"\(tabs.label)\">\(links)</nav>"
  }

  private static func footer(_ page: PageContext) -> Markup {
    let t = page.wording
    let both = [t.language, t.language.other].compactMap { language in
      page.office[language].map { name -> Markup in
        language == t.language ? "\(name)" : "<span lang=\"\(language.rawValue)\">\(name)</span>"
      }
    }
    return """
      <footer class="foot">\(both.joined(by: " · ")) · \(t(.timesIn(page.clock.timeZone))) · \
      <a href="/help">\(t(.help))</a></footer>
      """
  }
}
