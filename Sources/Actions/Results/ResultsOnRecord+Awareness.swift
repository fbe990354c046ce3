import Domain
import Evaluation
import Storage

extension ResultsOnRecord {
  /// What people said at their doors, to the survey of the activity. An activity that names no wave asks in between.
  mutating func addAnswers(
    at doors: DoorAnswers, of campaign: Campaign, _ occurrences: [Occurrence], _ tx: Transaction
  ) throws(StoreError) {
    var surveys: [SurveyID: Survey] = [:]
    for id in Set(campaign.activities.compactMap(\.survey)) { surveys[id] = try tx.document(Survey.self, id.text) }
    for occurrence in occurrences {
      guard let activity = campaign.activity(occurrence.activity), let survey = activity.survey.flatMap({ surveys[$0] })
      else { continue }
      for visit in doors.visits[occurrence.id] ?? [] {
        var response = SurveyResponse(
          id: visit.id.text, survey: survey.id, wave: activity.wave ?? .midline, date: occurrence.date)
        response.answers = visit.answers
        response.groups = visit.groups
        response.place = occurrence.place ?? districts[campaign.id]?.first
        if let answer = SurveyAnswer(response, of: survey, facilitation: campaign.facilitation) {
          answers.append(answer)
        }
      }
    }
  }

  /// Interviews that name a campaign count for it; the others for the first campaign that asks the same survey there.
  mutating func addInterviews(_ tx: Transaction) throws(StoreError) {
    for survey in try tx.documents(Survey.self) {
      let asking = campaigns.filter { campaign in campaign.activities.contains { $0.survey == survey.id } }
      for response in try tx.responses(to: survey.id) {
        let campaign =
          response.campaign.map { id in campaigns.first { $0.id == id } }
          ?? asking.first { campaign in
            response.place.map { place in campaign.places.contains { $0.contains(place) } } ?? false
          }
        guard let campaign else { continue }
        var placed = response
        let all = districts[campaign.id] ?? []
        if placed.place == nil, all.count == 1 { placed.place = all[0] }
        if let answer = SurveyAnswer(placed, of: survey, facilitation: campaign.facilitation) { answers.append(answer) }
      }
    }
  }
}
