import Domain
import Evaluation

/// What is on record about some campaigns, as entries that the evaluation adds up.
struct ResultsOnRecord: Sendable {
  /// What the plan expects to reach at one time and place.
  struct PlannedReach: Sendable {
    var belongs: Attribution
    var people: Int
  }

  /// Where one way of leading works: people are counted once within it.
  struct Side: Hashable, Comparable, Sendable {
    var facilitation: Facilitation
    var district: Place.Code

    static func < (a: Side, b: Side) -> Bool {
      (a.facilitation.rawValue, a.district) < (b.facilitation.rawValue, b.district)
    }
  }

  let office: Office
  var campaigns: [Campaign] = []
  var costs: [CostEntry] = []
  var reach: [ReachEntry] = []
  var plannedReach: [PlannedReach] = []
  var answers: [SurveyAnswer] = []
  var work: [VolunteerWork] = []
  /// What other tools counted for these campaigns, or in their places while they ran.
  var figures: [Figure] = []
  /// Each campaign's districts, those of its communes included.
  var districts: [CampaignID: [Place.Code]] = [:]
  /// People whom the campaigns of a side are about.
  var concerned: [Side: Int] = [:]
  var places: [Place.Code: LocalizedText] = [:]
  var channels: [String: LocalizedText] = [:]

  init(office: Office) { self.office = office }

  var sides: [Side] {
    let all = campaigns.flatMap { campaign in
      (districts[campaign.id] ?? []).map { Side(facilitation: campaign.facilitation, district: $0) }
    }
    return Set(all).sorted()
  }

  /// Only what belongs to one channel; who knows the office cannot be divided so, and falls away.
  func only(channel: String) -> ResultsOnRecord {
    var part = self
    part.costs.removeAll { $0.belongs.channel != channel }
    part.reach.removeAll { $0.belongs.channel != channel }
    part.plannedReach.removeAll { $0.belongs.channel != channel }
    part.answers = []
    part.figures = []
    return part
  }

  /// Only one district; what belongs to a campaign as a whole falls away unless it is the campaign's only district.
  func only(district: Place.Code) -> ResultsOnRecord {
    var part = self
    part.campaigns.removeAll { !(districts[$0.id] ?? []).contains(district) }
    part.districts = districts.mapValues { $0.filter { $0 == district } }
    part.costs.removeAll { $0.belongs.place?.ancestor(.district) != district }
    part.reach.removeAll { $0.belongs.place?.ancestor(.district) != district }
    part.plannedReach.removeAll { $0.belongs.place?.ancestor(.district) != district }
    part.answers.removeAll { $0.place?.ancestor(.district) != district }
    part.work.removeAll { $0.belongs.place?.ancestor(.district) != district }
    part.figures.removeAll { $0.place?.ancestor(.district) != district }
    return part
  }

  /// Only what belongs to the places that an account works in; what belongs to a campaign as a whole falls away.
  func only(area: Place.Code) -> ResultsOnRecord {
    let isOutside = { (place: Place.Code?) in place.map { !area.contains($0) } ?? true }
    var part = self
    part.districts = districts.mapValues { $0.filter { area.contains($0) || $0.contains(area) } }
    part.campaigns.removeAll { (part.districts[$0.id] ?? []).isEmpty }
    part.costs.removeAll { isOutside($0.belongs.place) }
    part.reach.removeAll { isOutside($0.belongs.place) }
    part.plannedReach.removeAll { isOutside($0.belongs.place) }
    part.answers.removeAll { isOutside($0.place) }
    part.figures.removeAll { isOutside($0.place) }
    part.work.removeAll { isOutside($0.belongs.place) }
    return part
  }

  /// Only what was planned and done in one calendar year. Interviews keep their waves, whatever their day.
  func only(year: Int) -> ResultsOnRecord {
    var part = self
    part.costs.removeAll { $0.belongs.date.year != year }
    part.reach.removeAll { $0.belongs.date.year != year }
    part.plannedReach.removeAll { $0.belongs.date.year != year }
    part.work.removeAll { $0.belongs.date.year != year }
    part.figures.removeAll { $0.date.year != year }
    return part
  }
}

extension ActivityKind {
  /// Meets citizens to tell them something; training, meetings and interviews do not.
  var reachesCitizens: Bool { self != .training && self != .meeting && self != .survey }
}
