/// A door: where people live, and what a volunteer needs to find it. Never a person's history.
public struct Household: Hashable, Sendable, Identifiable {
  public var id: HouseholdID
  public var village: Place.Code
  /// Group of houses within the village, and the number painted on the door.
  public var group: Int?
  public var door: Int?
  public var point: Coordinate?
  public var headName = LocalizedText()
  public var members: Int?
  public var adults: Int?
  public var language: String?
  public var ownsMotorbike: Bool?
  public var ownsHouse: Bool?
  public var idPoor: Bool?
  public var hasPhone: Bool?
  public var hasDisability: Bool?
  public var ethnicMinority: Bool?
  /// Somebody there asked not to be visited; it binds every campaign.
  public var doNotVisit = false
  /// "morning", "evening", "weekend" as people said it.
  public var bestTime: String?
  public var attributes: [String: AttributeValue] = [:]

  public init(id: HouseholdID, village: Place.Code) {
    self.id = id
    self.village = village
  }
}
