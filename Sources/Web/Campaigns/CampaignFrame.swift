import Actions
import Domain

/// What stands above every page of one campaign: its names, its state, its tabs.
struct CampaignFrame {
  let campaign: Campaign
  let state: Campaign.State?
  let t: Wording

  enum Tab: String, CaseIterable {
    case plan = ""
    case messages = "/messages"
    case history = "/history"

    var name: Phrase {
      switch self {
      case .plan: .plan
      case .messages: .messages
      case .history: .history
      }
    }
  }

  var address: String { "/campaigns/\(campaign.id)" }

  func page(_ tab: Tab, _ content: Markup, remark: String? = nil) -> Page {
    var page = Page(t.plain(campaign.name), content: content)
    page.subtitle = campaign.name[t.language.other].map { .init($0, t.language.other) }
    let status: Markup? = state.map { tag(t(.state($0)), $0.kind) }
    let about = [
      t.period(campaign.from, campaign.to), t(.ledWith(.facilitation(campaign.facilitation), campaign.partner)),
      remark ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    page.line = "\(status)<span class=\"muted\">\(about)</span>"
    page.crumbs = [.init(t(.campaigns), "/campaigns")]
    var items = Tab.allCases.map { Page.Crumb(t($0.name), address + $0.rawValue) }
    items.insert(.init(t(.results), "/results?campaign=\(campaign.id)"), at: 2)
    page.tabs = .init(t(.campaign), items, current: address + tab.rawValue)
    if tab != .plan { page.windowTitle = "\(t(tab.name)), \(t.plain(campaign.name))" }
    return page
  }
}
