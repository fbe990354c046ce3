import Catalog

/// What channels can be set to, for the reader of files.
enum Adapters {
  static let fields: [AdapterFields] = [AdapterFields(adapter: "spool", fields: [])]
}
