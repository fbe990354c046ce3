import Actions
import Domain

extension SendingParts {
  /// How fast messages leave, minute by minute; a pause that lasts is shaded and named.
  func perMinute(_ pace: SendingPace) -> Markup {
    let t = page.wording
    let silent = pace.lastActive + 1..<pace.counts.count
    let isPaused = view.switches.state == .paused || view.switches.isHalted || view.holdsBack != nil
    let pauses = isPaused && !silent.isEmpty ? [(minutes: silent, name: t(.paused))] : []
    let chart = MinuteChart(pace.counts, from: pace.start.time, pauses: pauses)
    let most = pace.counts.max() ?? 0
    let drawing = Drawing(id: "pace", title: t(.perMinute), description: t(.mostPerMinute(most)))
    let drawn = minuteChart(chart, drawing, t)
    return """
      <section class="card">\(figure(t(.perMinute), "\(t(.mostPerMinute(most)))", wide: drawn.wide, narrow: drawn.narrow))\
      </section>
      """
  }
}
