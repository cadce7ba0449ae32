import Foundation
import Testing

/// Projects that were really funded, through the shipped rules: what each partner was given, to the cent.
@Suite("Projects that were really funded")
struct RealProjectsTests {
  private static let cordis = Repository.root.appending(path: "../shared/feeds/cordis")

  /// A body that takes part, as the Union's open data on projects has it.
  struct Participant {
    var name: String
    var kind: String
    /// In cents.
    var cost: Int
    var grant: Int

    /// The class of applicants that its kind of activity stands for.
    var applicant: String {
      switch kind {
      case "PUB": "public-body"
      case "PRC": "private-company"
      case "HES", "REC": "research"
      default: "non-profit"
      }
    }
  }

  /// A project, what pays for it, and who asked for less than its full rate.
  struct Project: CustomTestStringConvertible, Sendable {
    var number: String
    var instrument: String
    var participants: Int
    var askedForLess: [String]
    var testDescription: String { number }
  }

  private static let projects = [
    Project(number: "101073874", instrument: "HE-CL3-IA", participants: 19, askedForLess: []),
    Project(
      number: "101073945", instrument: "HE-CL3-IA", participants: 16,
      askedForLess: ["ASSOCIAZIONE CROCE ROSSA ITALIANA COMITATO DI GORIZIA"]),
    Project(number: "101074010", instrument: "HE-CL3-IA", participants: 16, askedForLess: []),
    Project(
      number: "101074075", instrument: "HE-CL3-RIA", participants: 14,
      askedForLess: ["INSTITUT MINES-TELECOM", "HASKOLI ISLANDS"]),
  ]

  @Test("each partner that asked for its full rate is given what it was, to the cent", arguments: projects)
  func partners(_ project: Project) async throws {
    let file = RealProjectsTests.cordis.appending(path: "project-\(project.number).xml")
    // The real projects lie beside the repository, and not everywhere.
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    let all = RealProjectsTests.participants(text)
    #expect(all.count == project.participants)
    let scratch = try Scratch()
    try RealProjectsTests.write(all, to: scratch)
    let answer = try await scratch.parapet(
      "budget", "real", "--item", "work", "--opportunity", project.instrument, "--as-of", "2026-03-15",
      "--format", "json", "--data", Repository.data)
    let grants = try RealProjectsTests.grants(answer)
    var less: [String] = []
    for (number, participant) in all.enumerated() {
      let given = try #require(grants["p\(number)"], "\(participant.name): \(answer.errors)")
      if participant.grant < given { less.append(participant.name) }
      #expect(
        given == participant.grant || project.askedForLess.contains(participant.name),
        "\(participant.name), \(participant.kind): given \(participant.grant), here \(given)")
    }
    #expect(less.sorted() == project.askedForLess.sorted(), "and nobody else asked for less")
  }

  @Test(
    "what an authority said stands in place of a cap: EMR-EYES had 50 % and not the 80 % of its programme",
    arguments: [(nil, "1388861.90"), ("50 %", "868038.69")])
  func interreg(rate: String?, grant: String) async throws {
    let scratch = try Scratch()
    try RealProjectsTests.write(
      [Participant(name: "Lead", kind: "PUB", cost: 173_607_738, grant: 0)], to: scratch, flatRate: 0)
    if let rate {
      try scratch.write(
        "real/terms.csv",
        "opportunity,term,value,source,by,on\nINTERREG-A,rate,\(rate),letter,JS,2025-01-15\n")
    }
    #expect(try await RealProjectsTests.grant(scratch, "INTERREG-A") == grant)
  }

  @Test(
    "ToNite at the urban initiative's 80 %, and Turin's part of PACTESUR2 at the 90 % of the Union's actions",
    arguments: [("EUI-IA", 580_487_910, "4643903.28"), ("ISF-UA", 24_257_999, "233604.53")])
  func cities(instrument: String, direct: Int, grant: String) async throws {
    let scratch = try Scratch()
    try RealProjectsTests.write(
      [Participant(name: "Torino", kind: "PUB", cost: direct, grant: 0)], to: scratch, flatRate: 0)
    #expect(try await RealProjectsTests.grant(scratch, instrument) == grant)
  }

  @Test("Mechelen's part of UrbSecurity, at the 70 % that its network states")
  func mechelen() async throws {
    let scratch = try Scratch()
    try RealProjectsTests.write(
      [Participant(name: "Mechelen", kind: "PUB", cost: 6_634_000, grant: 0)], to: scratch, flatRate: 0)
    try scratch.write(
      "real/terms.csv",
      "opportunity,term,value,source,by,on\nURBACT,rate,70 %,agreement,JS,2019-09-02\nURBACT,flat-rate,0 %,agreement,JS,2019-09-02\n"
    )
    #expect(try await RealProjectsTests.grant(scratch, "URBACT") == "46438.00")
  }
}

extension RealProjectsTests {
  /// The bodies of a project that have costs, in the order of the file.
  private static func participants(_ text: String) -> [Participant] {
    text.components(separatedBy: "<organization ").dropFirst().compactMap { part in
      let head = part.prefix { $0 != ">" }
      let body = part.components(separatedBy: "</organization>")[0]
      func attribute(_ name: String) -> String? {
        head.components(separatedBy: " \(name)=\"").dropFirst().first?.components(separatedBy: "\"")[0]
          ?? (head.hasPrefix("\(name)=\"") ? head.components(separatedBy: "\"")[1] : nil)
      }
      guard let cost = attribute("totalCost").flatMap(cents), cost > 0,
        let grant = attribute("ecContribution").flatMap(cents), let role = attribute("type"),
        role == "participant" || role == "coordinator"
      else { return nil }
      let activity = body.components(separatedBy: "organizationActivityType").dropFirst().first ?? ""
      let kind =
        ["PUB", "PRC", "HES", "REC", "OTH"].first { activity.contains("<code>/\($0)</code>") } ?? "OTH"
      let name = body.components(separatedBy: "<legalName>").dropFirst().first?.components(
        separatedBy: "</legalName>")[0]
      return Participant(name: name ?? "", kind: kind, cost: cost, grant: grant)
    }
  }

  private static func cents(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]), parts.count <= 2 else { return nil }
    let rest = parts.count == 2 ? Int((parts[1] + "00").prefix(2)) ?? 0 : 0
    return whole * 100 + rest
  }

  private static func decimal(_ cents: Int) -> String {
    "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
  }

  /// A portfolio of one item with the costs of each: direct ones, and what a flat rate cannot make of them to the cent.
  private static func write(_ all: [Participant], to scratch: Scratch, flatRate: Int = 25) throws {
    var city =
      "id: p0\nname: Lead\ncountry: IT\nnuts: ITC11\npopulation: 800000\napplicant: \(all[0].applicant)\n"
    city += "currency: EUR\nvat: non-recoverable\n"
    if all.count > 1 { city += "partners:\n" }
    for number in all.indices.dropFirst() {
      city += "  - { id: p\(number), name: P\(number), country: ES, applicant: \(all[number].applicant) }\n"
    }
    try scratch.write("real/city.yaml", city)
    let partners = all.indices.dropFirst().map { "p\($0)" }.joined(separator: "|")
    try scratch.write(
      "real/items.csv",
      "id,title,measures,component,start,end,priority,partners\n"
        + "work,Work,tech-pilot,protection,2027-01-01,2028-12-31,1,\(partners)\n")
    var costs = "item,work_package,partner,category,description,quantity,unit,unit_cost,vat,year\n"
    for (number, participant) in all.enumerated() {
      var direct = participant.cost * 100 / (100 + flatRate)
      if direct + (direct * flatRate + 50) / 100 > participant.cost { direct -= 1 }
      let rest = participant.cost - direct - (direct * flatRate + 50) / 100
      costs += "work,WP1,p\(number),C3,Work,1,lot,\(decimal(direct)),0.00,2027\n"
      if rest > 0 { costs += "work,WP1,p\(number),B,Rest,1,lot,\(decimal(rest)),0.00,2027\n" }
    }
    try scratch.write("real/costs.csv", costs)
  }

  /// Cents by payer, of lines and of flat rates.
  private static func grants(_ answer: Answer) throws -> [String: Int] {
    let document = try #require(answer.json as? [String: Any], "\(answer.errors)")
    var grants: [String: Int] = [:]
    for part in ["lines", "indirect"] {
      for line in document[part] as? [[String: Any]] ?? [] {
        let amount = (line["grant"] as? [String: Any])?["amount"] as? String
        grants[line["partner"] as? String ?? "p0", default: 0] += amount.flatMap(cents) ?? 0
      }
    }
    return grants
  }

  private static func grant(_ scratch: Scratch, _ instrument: String) async throws -> String? {
    let answer = try await scratch.parapet(
      "budget", "real", "--item", "work", "--opportunity", instrument, "--as-of", "2026-03-15", "--format",
      "json", "--data", Repository.data)
    let document = try #require(answer.json as? [String: Any], "\(answer.errors)")
    let totals = document["totals"] as? [String: Any]
    return (totals?["grant"] as? [String: Any])?["amount"] as? String
  }
}
