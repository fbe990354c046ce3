import Catalog
import Domain
import Storage

extension Transaction {
  /// What files may name because the store holds it already.
  func knownThings() throws(StoreError) -> KnownThings {
    var known = KnownThings()
    known.office = try documents(Office.self).first
    known.places = Set(try places().map(\.code))
    known.segments = Set(try documents(Segment.self).map(\.id.text))
    known.channels = Set(try documents(Channel.self).map(\.id.text))
    known.surveys = Set(try documents(Survey.self).map(\.id.text))
    known.campaigns = Set(try documents(Campaign.self).map(\.id.text))
    known.resourceKinds = Set(try documents(Resource.self).map(\.kind))
    known.events = Set(try occurrenceIDs().map(\.text))
    return known
  }
}
