import Domain
import Planning
import Testing

@Suite struct ForecastTests {
  private func rows(_ problem: PlanningProblem, _ activities: Activity...) -> [Forecast.Row] {
    var problem = problem
    problem.campaign.activities = activities
    return Planner.plan(problem).forecast.rows
  }

  private func cost(_ amount: String, _ per: CostLine.Unit, inKind: Bool = false) -> CostLine {
    CostLine(line: "x", amount: Money(amount)!, per: per, inKind: inKind)
  }

  @Test func `each unit of cost counts what it names, in its own currency`() {
    var problem = Toy.problem("2026-12-07", "2027-01-10")
    problem.campaign.activities = []
    var forum = Toy.activity("forum", .forum, volunteers: 2)
    forum.repeats = Recurrence("every 2 weeks on monday")
    forum.expects = Expectation(people: 50)
    forum.costs = [
      cost("100 USD", .occurrence), cost("20000 KHR", .volunteer), cost("1 USD", .person), cost("3 USD", .hour),
      cost("500 USD", .activity), cost("10 USD", .month),
    ]
    let row = rows(problem, forum)[0]
    #expect(row.occurrences == 3)
    #expect(row.people == 150)
    // 300 + 150 + 3 × 2 h × 3 + 500 + 2 months × 10; six people at 20,000.
    #expect(row.cost == [Money("988 USD")!, Money("120000 KHR")!])
    #expect(row.district == code("0203"))
  }

  @Test func `what is given in kind stands apart, hours of people`() {
    var forum = Toy.activity("forum", .forum, volunteers: 2)
    forum.costs = [cost("1.50 USD", .hour, inKind: true), cost("60 USD", .occurrence, inKind: true)]
    let row = rows(Toy.problem(), forum)[0]
    #expect(row.cost == [])
    // Two people, two hours each.
    #expect(row.inKind == [Money("66 USD")!])
  }

  @Test func `doors reach the adults behind them`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(3)
    problem.doors[0].adults = 4
    problem.doors[1].adults = 0
    var work = Toy.doorWork()
    work.costs = [cost("0.35 USD", .door)]
    let row = rows(problem, work)[0]
    #expect(row.people == 6)
    #expect(row.cost == [Money("1.05 USD")!])
  }

  @Test func `messages reach addresses, by district, at their price`() {
    var problem = Toy.problem()
    problem.campaign.places = [code("0203"), code("0204")]
    problem.reachable = ["sms": [code("02030101"): 100, code("020302"): 50, code("020401"): 7]]
    problem.messagePrice = ["sms": UnitPrice("0.021 USD")!]
    let rows = rows(problem, Activity(id: "sms", kind: .message))
    #expect(rows.map(\.district) == [code("0203"), code("0204")])
    #expect(rows.map(\.people) == [150, 7])
    #expect(rows.map(\.cost) == [[Money("3.15 USD")!], [Money("0.15 USD")!]])
  }

  @Test func `what is paid once stands in no district when there are several`() {
    var problem = Toy.problem()
    problem.campaign.places = [code("020301"), code("020401")]
    var parade = Toy.activity("parade", .parade)
    parade.each = .commune
    parade.costs = [cost("10 USD", .activity), cost("1 USD", .occurrence)]
    let rows = rows(problem, parade)
    #expect(rows.map(\.district) == [nil, code("0203"), code("0204")])
    #expect(rows.map(\.cost) == [[Money("10 USD")!], [Money("1 USD")!], [Money("1 USD")!]])
  }
}
