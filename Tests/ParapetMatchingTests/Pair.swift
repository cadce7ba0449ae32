import Foundation
import ParapetModel
import Testing

@testable import ParapetMatching

/// A city, an item and an opportunity whose right answer follows from a cited rule: a line of `Fixtures/pairs.csv`.
///
/// The answers were written by hand from the rules that `data/` cites, before the program was asked; they test that
/// it applies the rules, not that the rules are rendered rightly. The columns: the city and the item of
/// `data/portfolios`, the facts that are changed, the opportunity, the day, the right answer (a verdict, or `closed`),
/// the rule that gives it (the criterion's name) with its citation, the fact to be asked for where the answer is open,
/// and the reason in words.
struct Pair: Sendable, CustomStringConvertible {
  var line: Int
  var city: String
  var item: String
  var change: String
  var opportunity: String
  var day: String
  var verdict: String
  var rule: String
  var citation: String
  var ask: String
  var because: String

  var description: String {
    "line \(line): \(city)/\(item) \(change) × \(opportunity) on \(day): \(verdict), \(because)"
  }

  static let columns = "city,item,change,opportunity,day,verdict,rule,citation,ask,because"
  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/pairs.csv")

  /// The lines of the table; none where it cannot be read, which a test of its own tells.
  static let table: [Pair] = {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == columns else { return [] }
    return lines.enumerated().dropFirst().compactMap { Pair(line: $0.offset + 1, $0.element) }
  }()

  /// A line of the table; nothing where it is empty, a line without a name where it has too few cells.
  private init?(line: Int, _ text: String) {
    guard !text.isEmpty else { return nil }
    var cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if cells.count != 10 { cells = Array(repeating: "", count: 9) + [text] }
    self.line = line
    (city, item, change, opportunity, day) = (cells[0], cells[1], cells[2], cells[3], cells[4])
    (verdict, rule, citation, ask, because) = (cells[5], cells[6], cells[7], cells[8], cells[9])
  }

  /// What the column of answers says where nothing forbids the grant, and one can no longer apply for it.
  static let closed = "closed"

  /// The program's answer in the words of the table.
  func answer() throws -> String {
    let match = try match()
    let isClosed = match.reasons.contains { $0.kind == CriterionKind.dates.rawValue && $0.outcome == .unmet }
    return isClosed && match.verdict != .ineligible ? Pair.closed : match.verdict.rawValue
  }

  /// What the program says of the pair.
  func match() throws -> Match {
    var portfolio = try #require(try ShippedData.portfolio(city).portfolio, "no city '\(city)'")
    let index = try #require(portfolio.items.firstIndex { $0.id == item }, "no item '\(item)'")
    for part in change.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      try #require(sides.count == 2, "'\(part)' is no change")
      try Pair.change(sides[0], to: sides[1], in: &portfolio.city, &portfolio.items[index])
    }
    let day = try #require(Day(day))
    return try ShippedData.match(portfolio.items[index], of: portfolio.city, with: opportunity, on: day)
  }

  /// Gives a fact another value, or none where the value is empty.
  private static func change(_ fact: String, to value: String, in city: inout City, _ item: inout Item) throws
  {
    let stated = value.isEmpty ? nil : value
    switch fact {
    case "country":
      city.facts.country = try stated.map { try #require(Country($0)) }
      city.facts.nuts = nil
    case "applicant": city.facts.applicant = try stated.map { try #require(ApplicantClass(rawValue: $0)) }
    case "population": city.facts.population = try stated.map { try #require(Int($0)) }
    case "measures": item.measures = value.split(separator: "|").map(String.init)
    case "start": item.start = try stated.map { try #require(Day($0)) }
    case "end": item.end = try stated.map { try #require(Day($0)) }
    case "cost":
      item.lines = []
      item.vat = nil
      item.cost = try stated.map { Money(minorUnits: try #require(Int64($0)) * 100, currency: city.currency) }
    case "coordinator": item.coordinator = stated
    case "trl": item.technologyReadiness = try stated.map { try #require(Int($0)) }
    case "purposes":
      item.purposes = try stated.map { try $0 == "none" ? [] : [#require(SpecialPurpose(rawValue: $0))] }
    case "awards":
      city.facts.awards = try stated.map { try $0 == "none" ? [] : [#require(PreviousAward(rawValue: $0))] }
    case "aims": item[.aims] = stated.map { .codes($0.split(separator: "|").map(String.init)) }
    case "roles":
      city.facts.roles = try stated.map { list in
        try list.split(separator: "|").map { try #require(BodyRole(rawValue: String($0))) }
      }
    case "gender-equality-plan":
      // Of all who take part: it stands after the partners.
      city.facts[.genderEqualityPlan] = .truth(value == "yes")
      for index in city.partners.indices {
        city.partners[index].facts[.genderEqualityPlan] = .truth(value == "yes")
      }
    case "partners": try changePartners(stated, of: &city, &item)
    default: Issue.record("no fact is called '\(fact)'")
    }
  }

  /// Partners are `none`, names of the city's own, or made up as `IT:local-authority`, with a role as
  /// `SE:law-enforcement:police`.
  private static func changePartners(_ list: String?, of city: inout City, _ item: inout Item) throws {
    guard let list else {
      item.partners = nil
      return
    }
    var names: [String] = []
    for (number, entry) in (list == "none" ? [] : list.split(separator: "|")).enumerated() {
      let parts = entry.split(separator: ":").map(String.init)
      guard parts.count >= 2 else {
        try #require(city.partners.contains { $0.id == parts[0] }, "no partner '\(entry)'")
        names.append(parts[0])
        continue
      }
      let country: Country = try #require(Country(parts[0]))
      let kind: ApplicantClass = try #require(ApplicantClass(rawValue: parts[1]))
      names.append("partner-\(number)")
      var facts = Applicant(country.code, kind).facts
      if parts.count > 2 { facts.roles = [try #require(BodyRole(rawValue: parts[2]))] }
      city.partners.append(Partner(id: "partner-\(number)", name: parts[0], facts: facts))
    }
    item.partners = names
  }
}
