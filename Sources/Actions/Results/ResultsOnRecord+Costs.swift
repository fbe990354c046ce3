import Domain
import Evaluation

extension ResultsOnRecord {
  /// What the accepted plan expects; without one, the budget stands for what is planned.
  mutating func addForecast(of campaign: Campaign, _ forecast: Forecast?, _ occurrences: [Occurrence]) {
    guard let forecast else {
      guard let budget = campaign.budget else { return }
      let belongs = belonging(campaign, nil, place: nil, date: campaign.from)
      costs.append(CostEntry(.planned, budget.total, line: "budget", belongs: belongs))
      return
    }
    for row in forecast.rows {
      let activity = campaign.activity(row.activity)
      let days = occurrences.filter { one in
        one.activity == row.activity && one.status != .cancelled
          && (row.district == nil || one.place?.ancestor(.district) == row.district)
      }.map(\.date)
      add(row, campaign, activity, on: days.isEmpty ? [activity?.from ?? campaign.from] : days)
    }
  }

  /// One row in equal parts over the days on which it happens, so that months can be told apart.
  private mutating func add(_ row: Forecast.Row, _ campaign: Campaign, _ activity: Activity?, on days: [LocalDate]) {
    let lines = Set((activity?.costs ?? []).map(\.line))
    let line = lines.count == 1 ? lines.first! : row.activity.text
    for (index, day) in days.enumerated() {
      let belongs = belonging(campaign, activity, place: row.district, date: day)
      func part(_ whole: Int64) -> Int64 {
        whole / Int64(days.count) + (index < whole % Int64(days.count) ? 1 : 0)
      }
      for (amounts, inKind) in [(row.cost, false), (row.inKind, true)] {
        for money in amounts {
          let amount = Money(minor: part(money.minor), money.currency)
          costs.append(CostEntry(.planned, amount, line: line, inKind: inKind, belongs: belongs))
        }
      }
      if activity?.kind.reachesCitizens ?? true {
        plannedReach.append(PlannedReach(belongs: belongs, people: Int(part(Int64(row.people)))))
      }
    }
  }

  /// What was spent, under the activity and place of its occurrence where the cost itself does not say.
  mutating func addSpending(of campaign: Campaign, _ costs: [Cost], _ occurrences: [Occurrence]) {
    let byID = Dictionary(uniqueKeysWithValues: occurrences.map { ($0.id, $0) })
    for cost in costs {
      let occurrence = cost.occurrence.flatMap { byID[$0] }
      let activity = (cost.activity ?? occurrence?.activity).flatMap { campaign.activity($0) }
      let belongs = belonging(campaign, activity, place: cost.district ?? occurrence?.place, date: cost.date)
      self.costs.append(CostEntry(.spent, cost.amount, line: cost.line, inKind: cost.inKind, belongs: belongs))
    }
  }

  /// Without a place of its own, an entry of a campaign in one district belongs to that district.
  func belonging(_ campaign: Campaign, _ activity: Activity?, place: Place.Code?, date: LocalDate) -> Attribution {
    let all = districts[campaign.id] ?? []
    let only = all.count == 1 ? all.first : nil
    return Attribution(campaign, activity, place: place ?? only, date: date)
  }
}
