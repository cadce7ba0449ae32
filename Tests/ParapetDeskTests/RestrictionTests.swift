import Foundation
import ParapetMatching
import ParapetFeeds
import ParapetModel
import ParapetPlanning
import ParapetReporting
import Testing

@testable import ParapetDesk

/// Nothing that a city keeps for itself leaves in any document that is not asked for it, whatever stands there.
@Suite("What is restricted")
struct RestrictionTests {
  /// Scenarios of words and days that occur nowhere else.
  private func city(_ scene: Scene) throws -> Portfolio {
    var city = try scene.city("rivemont")
    city.records.scenarios = city.records.sites.enumerated().map { number, site in
      var scenario = RiskScenario(site: site.id, threat: "vehicle")
      scenario.measuresInPlace = "ZZWEAK\(number)"
      scenario.assessor = "ZZASSESSOR\(number)"
      scenario.day = Scene.day("2019-11-1\(number)")
      scenario.risk = RiskScenario.Risk(consequence: 4, probability: 3)
      return scenario
    }
    // Why something that protects a place is not so is a finding about it too.
    var answer = CheckAnswer(item: "square", check: "cpted-natural-surveillance", reply: .no)
    answer.note = "ZZWEAKNOTE"
    city.records.checklist.append(answer)
    return city
  }

  private let secrets = ["ZZWEAK", "ZZASSESSOR", "2019-11-1"]

  private func documents(_ scene: Scene, _ city: Portfolio, _ wording: Wording) throws -> [any Document] {
    let inquiry = scene.inquiry
    let lists = try inquiry.lists(for: [city])
    return [
      try inquiry.actionPlan(for: city).report(wording), try inquiry.progress(of: city).report(wording),
      try inquiry.trace(of: city).report(wording), lists.report(of: lists.all(), wording),
      try inquiry.plan(for: city).report(wording), try inquiry.sensitivity(of: city).report(wording),
      try inquiry.budget(of: ["square"], of: city, for: "EUI-IA-4").report(wording),
      try inquiry.explain("square", of: city, with: "EUI-IA-4").report(wording),
    ]
  }

  @Test("stands in no document, in no format and no language", arguments: Language.allCases)
  func everyDocument(_ language: Language) throws {
    let scene = try Scene()
    let wording = scene.inquiry.wording(language)
    for document in try documents(scene, try self.city(scene), wording) {
      for format in TextFormat.allCases {
        let text = DocumentForm(format).render(document, wording.words)
        for secret in secrets { #expect(!text.contains(secret), "\(type(of: document)) \(format)") }
      }
    }
  }

  @Test("stands where it is asked for, and the page says so before all else", arguments: Language.allCases)
  func asked(_ language: Language) throws {
    let scene = try Scene([])
    let wording = scene.inquiry.wording(language)
    let plan = try scene.inquiry.actionPlan(for: try self.city(scene), restricted: true).report(wording)
    #expect(plan.report.notes.first == wording.words.sentence(.restrictedPage))
    #expect(plan.page.notes.first == wording.words.sentence(.restrictedPage))
    let text = DocumentForm(.html).render(plan, wording.words)
    for secret in secrets + ["ZZWEAKNOTE"] { #expect(text.contains(secret)) }
    // A machine is told who assessed and when, as a reader is.
    for secret in secrets { #expect(plan.json.contains(secret), "\(secret)") }
  }

  @Test("what the city opened is shown, and what it did not is counted")
  func opened() throws {
    let scene = try Scene([])
    var city = try self.city(scene)
    city.records.scenarios[0].isRestricted = false
    let wording = scene.inquiry.wording(.english)
    let json = try scene.inquiry.actionPlan(for: city).report(wording).json
    #expect(json.contains("ZZWEAK0") && !json.contains("ZZWEAK1"))
    #expect(json.contains("\"restrictedScenarios\" : \(city.records.scenarios.count - 1)"))
  }

  @Test("whatever stands there, every document is the same: no order, number or suggestion tells of it")
  func sameWhateverStandsThere() throws {
    let scene = try Scene([])
    let wording = scene.inquiry.wording(.english)
    var one = try self.city(scene)
    var shown = RiskScenario(site: one.records.sites[0].id, threat: "sharp-object")
    shown.isRestricted = false
    shown.risk = RiskScenario.Risk(consequence: 3, probability: 3)
    one.records.scenarios.append(shown)
    var other = one
    for place in other.records.scenarios.indices where other.records.scenarios[place].isRestricted {
      other.records.scenarios[place].threat = place.isMultiple(of: 2) ? "drone" : "firearms"
      other.records.scenarios[place].risk =
        place.isMultiple(of: 2) ? nil : RiskScenario.Risk(consequence: 1, probability: 1)
      other.records.scenarios[place].measuresInPlace = nil
      other.records.scenarios[place].confidence = 1
    }
    for (left, right) in zip(try documents(scene, one, wording), try documents(scene, other, wording)) {
      for format in TextFormat.allCases {
        let form = DocumentForm(format)
        #expect(
          form.render(left, wording.words) == form.render(right, wording.words), "\(type(of: left)) \(format)"
        )
      }
    }
    for item in one.items {
      let known = scene.desk.data.goodPractices
      #expect(
        GoodPractice.nearest(to: item, in: one.records, among: known).map(\.id)
          == GoodPractice.nearest(to: item, in: other.records, among: known).map(\.id))
    }
  }
}
