/// What a page's form sent, whichever of the two encodings it used.
public struct Form: Sendable {
  /// Fields in their order; a name may come more than once.
  public let fields: [(name: String, value: String)]
  public let files: [FormFile]

  /// The first field of that name.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// Every value of that name, as check boxes send them.
  public func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The first file of that name; an empty file input gives none.
  public func file(_ name: String) -> FormFile? {
    files.first { $0.name == name }
  }
}

/// A file that a form uploaded.
public struct FormFile: Sendable, Equatable {
  /// Name of the form's field.
  public let name: String
  /// What the browser called the file, without folders. Good for showing, never for opening.
  public let fileName: String
  /// The media type that the browser guessed; prove nothing by it.
  public let type: String
  public let bytes: [UInt8]
}

/// Why a form cannot be read; `status` is the fitting answer.
public enum FormError: Error, Equatable, CustomStringConvertible {
  /// The body is no form.
  case notAForm
  case malformed(String)
  /// More fields or files than a page of ours ever sends.
  case tooMany(limit: Int)

  public var status: Int {
    switch self {
    case .notAForm: 415
    case .malformed: 400
    case .tooMany: 413
    }
  }

  public var description: String {
    switch self {
    case .notAForm:
      "The body is not a form; send application/x-www-form-urlencoded or multipart/form-data"
    case .malformed(let what): "The form cannot be read: \(what)"
    case .tooMany(let limit): "The form has more than \(limit) fields; send it in parts"
    }
  }
}

extension Request {
  /// The body as a form, read anew each time. An empty body without a type is an empty form.
  public var form: Form {
    get throws(FormError) {
      let type = header("Content-Type") ?? ""
      let media = type.prefix { $0 != ";" && $0 != " " }.lowercased()
      switch media {
      case "application/x-www-form-urlencoded": return Form(fields: try urlEncodedFields(), files: [])
      case "multipart/form-data": return try Multipart(type: type).read(body)
      case "" where body.isEmpty: return Form(fields: [], files: [])
      default: throw .notAForm
      }
    }
  }

  private static let fieldLimit = 5000

  private func urlEncodedFields() throws(FormError) -> [(name: String, value: String)] {
    let separators = body.lazy.filter { $0 == UInt8(ascii: "&") }.count
    guard separators < Self.fieldLimit else { throw .tooMany(limit: Self.fieldLimit) }
    guard let fields = PercentEncoding.decodePairs(body) else {
      throw .malformed("a field holds a bad percent sign, a NUL, or bytes that are not UTF-8")
    }
    return fields
  }
}
