public import Domain

/// What a rule may know of somebody: the record, and when an activity last reached them.
public struct Person: Sendable, Hashable {
  public var citizen: Citizen
  /// Nil: no activity ever did.
  public var lastReached: LocalDate?

  public init(_ citizen: Citizen, lastReached: LocalDate? = nil) {
    self.citizen = citizen
    self.lastReached = lastReached
  }

  public func has(_ way: ContactWay) -> Bool {
    switch way {
    case .phone: citizen.phone != nil
    case .telegram: citizen.telegram != nil
    case .email: citizen.email != nil
    case .home: citizen.household != nil || citizen.point != nil
    }
  }
}

extension Place.Code {
  /// Whether somebody recorded at this place lives in one of those; "unknown" when the record is only as exact as a
  /// place around one of them.
  func lies(in places: [Place.Code]) -> Truth {
    places.reduce(.no) { answer, place in
      answer || (place.contains(self) ? .yes : self.contains(place) ? .unknown : .no)
    }
  }
}
