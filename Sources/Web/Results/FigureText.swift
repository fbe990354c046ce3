import Actions
import Domain

/// Figures as tables show them: a value, a range, or in words why there is none.
extension Wording {
  /// "40–42"; one number when both ends are the same.
  func range(_ people: ClosedRange<Int>) -> String {
    people.lowerBound == people.upperBound
      ? number(people.lowerBound) : "\(number(people.lowerBound))–\(number(people.upperBound))"
  }

  /// Money for one citizen: the value, else both ends.
  func unitCost(_ figure: Result<Interval, NoFigure>) -> Markup {
    switch figure {
    case .failure(let reason): return "<span class=\"muted small\">\(self(.noFigure(reason)))</span>"
    case .success(let cost):
      if let value = cost.value { return "\(decimal(value))" }
      return "\(decimal(cost.low))–\(cost.high.map { decimal($0) } ?? "")"
    }
  }

  /// "7.10–8.92" under a cost that rests on a survey; nothing where there is no interval to show.
  func unitRange(_ figure: Result<Interval, NoFigure>) -> Markup? {
    guard case .success(let cost) = figure, cost.value != nil, cost.high != cost.low else { return nil }
    let high = cost.high.map { decimal($0) } ?? self(.notClear)
    return "<br><span class=\"muted small\">\(decimal(cost.low))–\(high)</span>"
  }

  /// A number of people that a survey stands for.
  func people(_ figure: Result<Interval, NoFigure>) -> Markup {
    switch figure {
    case .failure(let reason): return "<span class=\"muted small\">\(self(.noFigure(reason)))</span>"
    case .success(let people): return "\(number(Int((people.value ?? people.low).rounded())))"
    }
  }

  /// "74–86" of a share, in percent.
  func percentRange(_ share: Interval) -> String {
    "\(number(Int((share.low * 100).rounded())))–\(number(Int(((share.high ?? 1) * 100).rounded())))"
  }

  /// A channel by its own name, or the kind of activity that needs none.
  func channel(_ key: String, _ name: LocalizedText?) -> String {
    if let name { return plain(name) }
    return ActivityKind(rawValue: key).map { self(.kind($0)) } ?? key
  }
}

extension Facilitation {
  var fill: Fill {
    switch self {
    case .ngo: .ngo
    case .government: .government
    case .mixed: .accent
    }
  }
}
