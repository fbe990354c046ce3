public import Domain
import Evaluation

/// A report as rows and columns, ready to be a table, a CSV file, JSON or a spreadsheet.
public struct ReportTable: Sendable, Equatable {
  public enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    case money(Money)
    /// Per person, finer than the currency's smallest coin.
    case price(UnitPrice)
    /// 0…1.
    case share(Double)
    /// Nobody recorded it.
    case notRecorded
    /// Known, and kept back because it is of too few people; the words say so: "under 10".
    case hidden(String)
  }

  /// "cost", "reach": names the file and the sheet.
  public var name: String
  /// Machine headers.
  public var columns: [String]
  public var rows: [[Cell]]
  /// How the last row stands to the rest: true when it is the total.
  public var hasTotal = false
  /// What a reader has to know: rates, amounts without a rate, what is hidden. One sentence each.
  public var notes: [String] = []

  public init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
    rows = []
  }
}

extension ReportTable.Cell {
  init(_ count: Int?) { self = count.map { .count($0) } ?? .notRecorded }
  init(_ share: Double?) { self = share.map { .share($0) } ?? .notRecorded }
  init(_ price: UnitPrice?) { self = price.map { .price($0) } ?? .notRecorded }

  /// As tables of machines hold it: plain digits, a point, nothing where nothing was recorded.
  public var plain: String {
    switch self {
    case .text(let text), .hidden(let text): text
    case .count(let count): String(count)
    case .money(let money): money.decimal
    case .price(let price): String(price.text.split(separator: " ")[0])
    case .share(let share): Self.rounded(share)
    case .notRecorded: ""
    }
  }

  /// Nil where the cell is no number.
  public var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .money, .price, .share: Double(plain)
    case .text, .hidden, .notRecorded: nil
    }
  }

  /// Four decimals: a hundredth of a percent.
  private static func rounded(_ share: Double) -> String {
    let units = Int((share.magnitude * 10_000).rounded())
    let rest = String(10_000 + units % 10_000).dropFirst()
    return "\(share < 0 && units > 0 ? "-" : "")\(units / 10_000).\(rest)"
  }
}

/// By what a report is divided.
public enum ReportDivision: String, Sendable, CaseIterable {
  case district, channel, activity, facilitation, month

  var dimension: Dimension {
    switch self {
    case .district: .district
    case .channel: .channel
    case .activity: .activity
    case .facilitation: .facilitation
    case .month: .month
    }
  }
}
