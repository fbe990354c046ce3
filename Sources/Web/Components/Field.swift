import Domain

/// One question of a form: label above, hint, message, then the control. The answer typed before is never lost.
struct Field: Sendable {
  enum Control: Sendable {
    case text(width: Int?)
    case number
    case money
    case date
    case time
    case phone
    case password
    case file(accept: String)
    case area(rows: Int)
    case select([Choice])
    /// One of few, all visible.
    case radios([Choice])
    /// Any of few.
    case checks([Choice])
    case checkbox
  }

  struct Choice: Sendable {
    var value: String
    var name: String

    init(_ value: String, _ name: String) {
      self.value = value
      self.name = name
    }
  }

  var name: String
  var label: String
  var control: Control
  var value = ""
  /// What is chosen, for checks.
  var values: Set<String> = []
  var hint: String?
  /// What to do about the answer, in the same words as in the summary above.
  var error: String?
  var isOptional = false
  /// The language of what is typed here.
  var language: Language?
  /// For password managers and one-time codes: "username", "current-password".
  var autocomplete: String?
  /// Stands under the control: a live count, what it would cost.
  var remark: Markup?

  init(_ name: String, _ label: String, _ control: Control = .text(width: nil), value: String = "") {
    self.name = name
    self.label = label
    self.control = control
    self.value = value
  }

  /// The id of the control, where the error summary links to.
  var id: String { "f-" + name }

  func with(_ change: (inout Field) -> Void) -> Field {
    var copy = self
    change(&copy)
    return copy
  }
}
