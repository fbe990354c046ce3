import Domain

/// Reads one JSON5 file into the one document it holds.
struct DocumentReader {
  /// What the channels of this installation can be set to.
  var adapters: [AdapterFields]

  /// - Returns: nil where the findings tell of an error.
  func read(_ text: TextFile) -> (document: Document?, findings: [Finding]) {
    let (document, findings) = readWhatStands(text)
    return (findings.hasErrors ? nil : document, findings)
  }

  /// The document as far as it can be read, also where the findings tell of an error: it may not be taken, but what
  /// others say about it need not be called wrong as well.
  func readWhatStands(_ text: TextFile) -> (document: Document?, findings: [Finding]) {
    var reading = Reading(file: text.name)
    let document = read(text, &reading)
    return (document, reading.findings)
  }

  private func read(_ text: TextFile, _ reading: inout Reading) -> Document? {
    do throws(JSON5SyntaxError) {
      let (root, duplicates) = try JSON5Reader.read(text.bytes)
      for member in duplicates {
        reading.error(
          "the key \"\(member.key)\" stands here twice", at: member.keyPosition, field: member.key,
          advice: "keep one of them")
      }
      return top(root, &reading)
    } catch {
      reading.error(error.message, at: error.position, advice: error.advice)
      return nil
    }
  }

  private func top(_ root: JSON5Value, _ reading: inout Reading) -> Document? {
    let known = kinds.map(\.key)
    guard case .object(let members) = root.content else {
      reading.wrongType(root, expected: "an object", advice: "write { segment: { … } }")
      return nil
    }
    guard let member = members.first else {
      reading.error("this document is empty", at: root.position, advice: adviceForUnknown("", known: known))
      return nil
    }
    for extra in members.dropFirst() {
      reading.error(
        "a second key \"\(extra.key)\" beside \"\(member.key)\"", at: extra.keyPosition, field: extra.key,
        advice: "keep one document in one file")
    }
    guard let kind = kinds.first(where: { $0.key == member.key }) else {
      reading.error(
        "unknown document \"\(member.key)\"", at: member.keyPosition, field: member.key,
        advice: adviceForUnknown(member.key, known: known))
      return nil
    }
    guard let content = kind.read(member.value, &reading) else { return nil }
    return Document(
      file: reading.file, content: content, position: place(of: "id", in: member.value),
      rulePosition: place(of: "where", in: member.value), references: reading.references)
  }

  private func place(of key: String, in value: JSON5Value) -> Position {
    guard case .object(let members) = value.content else { return value.position }
    return members.first { $0.key == key }?.value.position ?? value.position
  }

  // MARK: Kinds of documents

  struct Kind {
    var key: String
    var schema: () -> JSONTree
    var read: (JSON5Value, inout Reading) -> Document.Content?

    init<Value>(
      _ key: String, _ make: @escaping (Value) -> Document.Content, _ body: @escaping (inout FieldReader) -> Value?
    ) {
      self.key = key
      schema = { FieldReader.schema(key, body) }
      read = { value, reading in FieldReader.read(value, key, &reading, body).map(make) }
    }
  }

  /// Every kind of document, by its top-level key.
  var kinds: [Kind] {
    [
      Kind("office", Document.Content.office, OfficeFields.read),
      Kind("campaign", Document.Content.campaign, CampaignFields.read),
      Kind("segment", Document.Content.segment, SegmentFields.read),
      Kind("channel", Document.Content.channel) { ChannelFields(adapters: adapters).read(&$0) },
      Kind("resource", Document.Content.resource, ResourceFields.read),
      Kind("calendar", Document.Content.calendar, CalendarFields.read),
      Kind("survey", Document.Content.survey, SurveyFields.read),
      Kind("tariff", Document.Content.tariff, TariffFields.read),
    ]
  }
}
