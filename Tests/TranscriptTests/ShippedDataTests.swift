import Foundation
import Testing

/// What the issue of the main job asks of the data that is shipped.
@Suite("The main job on the shipped data")
struct ShippedDataTests {
  private typealias Object = [String: Any]

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: Repository.data + "/portfolios/rivemont", toPath: scratch.path("rivemont"))
  }

  /// The matches of an item, of the catalogue that is shipped and of all that is listed with it.
  private func matches(of item: String, _ options: String...) async throws -> [Object] {
    let feed = Repository.data + "/feeds/portal-2026-03-14"
    _ = try await scratch.parapet("ingest", feed, "--read-on", "2026-03-14", "--quiet")
    let answer = try await scratch.parapet(
      ["shortlist", "rivemont", "--as-of", "2026-03-15", "--format", "json", "--item", item, "--quiet"]
        + ["--data", Repository.data] + options)
    #expect(answer.code == 0, "\(answer.errors)")
    let document = try #require(answer.json as? Object)
    let items = try #require(document["items"] as? [Object])
    return try #require(items.first?["matches"] as? [Object])
  }

  /// The verdicts by opportunity and the reasons of kind territory, over all that belongs to a programme.
  private func territories(_ prefix: String) async throws -> [(verdict: String, reasons: [Object])] {
    try await matches(of: "youth", "--all").filter {
      ($0["opportunity"] as? String)?.hasPrefix(prefix) == true
    }.map { match in
      let reasons = (match["reasons"] as? [Object] ?? []).filter { $0["criterion"] as? String == "territory" }
      return (match["verdict"] as? String ?? "", reasons)
    }
  }

  private func move(to country: String, _ region: String) throws {
    try scratch.replace(
      "country: FR\nnuts: FRL03", with: "country: \(country)\nnuts: \(region)", in: "rivemont/city.yaml")
  }

  @Test("the Urban Initiative's fourth call is among the first three for the square")
  func square() async throws {
    let first = try await matches(of: "square").prefix(3).compactMap { $0["opportunity"] as? String }
    #expect(first.contains("EUI-IA-4"), "\(first)")
  }

  @Test("networks of towns are never ready for barriers")
  func networks() async throws {
    let all = try await matches(of: "promenade", "--all")
    let networks = all.filter { ($0["opportunity"] as? String)?.hasPrefix("CERV") == true }
    #expect(!networks.isEmpty)
    #expect(networks.allSatisfy { $0["standing"] as? String != "ready" })
  }

  @Test("no row waits for a call alone, and each says where it stands, what comes next and whose turn it is")
  func standings() async throws {
    let items = ["promenade", "square", "police-training", "youth", "crowd-pilot"]
    for item in items {
      for match in try await matches(of: item) {
        let name = "\(item), \(match["opportunity"] ?? "")"
        #expect(match["standing"] is String, "\(name)")
        let next = try #require(match["next"] as? Object, "\(name)")
        #expect((next["action"] as? String)?.isEmpty == false && next["by"] is String, "\(name)")
        // Without a call the rules of the programme are judged, and its authority is asked.
        guard match["status"] as? String == "noCall" else { continue }
        if ["ready", "read-call"].contains(match["standing"] as? String) {
          #expect(next["by"] as? String == "authority", "\(name)")
        }
      }
    }
  }

  @Test("topics that carry their own conditions are judged by them, and answers turn rows ready")
  func answers() async throws {
    let before = try await matches(of: "cameras", "--all")
    let asked = before.filter { match in
      match["standing"] as? String == "answer" && match["status"] as? String != "closed"
    }
    let row = try #require(asked.first)
    let opportunity = try #require(row["opportunity"] as? String)
    for question in row["questions"] as? [Object] ?? [] where question["fact"] as? String != "call-document" {
      for code in question["codes"] as? [String] ?? [] {
        let answer = try await scratch.parapet(
          "answer", "rivemont", "--item", "cameras", "--opportunity", opportunity, "--question", code,
          "--answer", "met", "--by", "A. Test", "--as-of", "2026-03-15", "--data", Repository.data)
        #expect(answer.code == 0, "\(answer.errors)")
      }
    }
    let after = try await matches(of: "cameras", "--all")
    let standing = after.first { $0["opportunity"] as? String == opportunity }?["standing"] as? String
    #expect(standing == "ready" || standing == "read-call", "\(opportunity) is \(standing ?? "nothing")")
  }

  @Test("a city that counts in kroner is priced in euro, and every price names its rate and the day of it")
  func kroner() async throws {
    let answer = try await scratch.parapet(
      "shortlist", Repository.data + "/portfolios/fjordholm", "--data", Repository.data, "--as-of",
      "2026-03-15", "--format", "json", "--quiet")
    let items = try #require((answer.json as? Object)?["items"] as? [Object])
    let matches = items.flatMap { $0["matches"] as? [Object] ?? [] }
    let priced = matches.filter { $0["grant"] is Object }
    #expect(priced.count > 10)
    for match in priced {
      let rates = (match["conversion"] as? Object)?["rates"] as? [Object]
      #expect(rates?.map { $0["perEuro"] as? String } == ["7.4604"])
      #expect(rates?.map { $0["day"] as? String } == ["2025-05-09"])
      #expect((match["grant"] as? Object)?["currency"] as? String == "EUR")
    }
  }

  @Test("every match says why, criterion by criterion, with a grade")
  func reasons() async throws {
    for match in try await matches(of: "police-training") {
      let reasons = try #require(match["reasons"] as? [Object])
      #expect(reasons.count >= 3)
      for reason in reasons {
        #expect(reason["grade"] is String)
        #expect(["met", "unmet", "undecided"].contains(reason["outcome"] as? String ?? ""))
      }
    }
  }

  @Test("the regional fund is a row without a call")
  func regionalFund() async throws {
    let funds = try await matches(of: "square").filter { $0["status"] as? String == "noCall" }
    #expect(funds.contains { ($0["opportunity"] as? String)?.hasPrefix("ERDF") == true })
  }

  @Test(
    "the rate of the regional fund is a cap of the priority, in either language",
    arguments: [
      ("en", "Up to 60%, cap of the priority."), ("fr", "Jusqu’à 60\u{A0}%, plafond de la priorité."),
    ])
  func priorityCap(language: String, sentence: String) async throws {
    let rows = try await matches(of: "square", "--lang", language)
    let fund = try #require(rows.first { $0["opportunity"] as? String == "ERDF" })
    #expect((fund["why"] as? String)?.hasSuffix(sentence) == true)
    let assumptions = try #require(fund["assumptions"] as? [Object])
    #expect(assumptions.contains { $0["source"] as? String == "CELEX:32021R1060 Art. 112(3)" })
    let direct = try #require(rows.first { $0["opportunity"] as? String == "EUI-IA-4" })
    #expect((direct["why"] as? String)?.contains(sentence) == false)
  }

  @Test("a rule that loses its source makes the check fail at its line")
  func withoutProof() async throws {
    try FileManager.default.copyItem(atPath: Repository.data, toPath: scratch.path("own"))
    let file = "own/instruments/ISF-UA.xml"
    let source = "kind=\"territory\" grade=\"law\" source=\"CELEX:12016E/PRO/22 Art. 1 and 2\""
    let before = try scratch.text(file).components(separatedBy: source)[0]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
    try scratch.replace(source, with: "kind=\"territory\" grade=\"law\"", in: file)
    let answer = try await scratch.parapet("check", "own", "--as-of", "2026-03-15")
    #expect(answer.code == 1)
    #expect(answer.output.contains("\(file):\(line):"), "\(answer.output.prefix(500))")
    #expect(answer.output.contains("[missing-source]"))
  }

  @Test("moved to Denmark the city is ineligible for internal security, by law")
  func denmark() async throws {
    try move(to: "DK", "DK011")
    let pairs = try await territories("ISF-")
    #expect(!pairs.isEmpty)
    for pair in pairs {
      #expect(pair.verdict == "ineligible")
      let unmet = pair.reasons.filter { $0["outcome"] as? String == "unmet" }
      let isLaw = unmet.contains {
        $0["grade"] as? String == "law" && $0["source"] as? String == "CELEX:12016E/PRO/22 Art. 1 and 2"
      }
      #expect(isLaw)
    }
  }

  @Test("moved to Ireland no territory stands against internal security")
  func ireland() async throws {
    try move(to: "IE", "IE061")
    let pairs = try await territories("ISF-")
    #expect(!pairs.isEmpty)
    #expect(pairs.allSatisfy { $0.reasons.allSatisfy { $0["outcome"] as? String != "unmet" } })
  }

  /// That they are the same each time is seen by `.ci/run`, which makes those of the repository again.
  @Test("the demonstration writes its reports, none of them empty")
  func demonstration() async throws {
    let answer = try await scratch.parapet(["demo", "--reports", "reports", "--data", Repository.data])
    #expect(answer.code == 0, "\(answer.errors)")
    let names = Set(try scratch.names(in: "reports"))
    #expect(names.isSuperset(of: ["rivemont-shortlist.html", "rivemont-plan.fr.html"]))
    for city in ["fjordholm", "havenrijk", "lipovgrad", "rivemont"] {
      #expect(names.isSuperset(of: ["\(city)-action-plan.html", "\(city)-action-plan.txt"]), "\(city)")
    }
    // Each link of the page of links leads to a report that is there.
    let links = try scratch.text("reports/rivemont.html").matches(of: /href="([^"#]+)"/).map {
      String($0.output.1)
    }
    #expect(!links.isEmpty && names.isSuperset(of: links), "\(links)")
    for name in names {
      #expect(try !scratch.text("reports/" + name).isEmpty, "\(name)")
    }
  }

  @Test("a demonstration that has nowhere to write is 73")
  func demonstrationNowhere() async throws {
    let answer = try await scratch.parapet([
      "demo", "--reports", "city/city.yaml/reports", "--data", Repository.data,
    ])
    #expect(answer.code == 73)
  }

  @Test("nothing is wrong in the shipped data, and every rule has a grade")
  func data() async throws {
    let answer = try await scratch.parapet(
      "check", Repository.data, "--statistics", "--format", "json", "--as-of", "2026-03-15")
    #expect(answer.code == 0, "\(answer.output.prefix(2000))")
    let statistics = try #require((answer.json as? Object)?["statistics"] as? Object)
    let grades = try #require(statistics["byGrade"] as? [String: Int])
    #expect(statistics["requirements"] as? Int == grades.values.reduce(0, +))
    let instruments = try #require(statistics["instruments"] as? Int)
    #expect(instruments >= 9)
  }

  @Test("the example city is without mistakes")
  func city() async throws {
    let answer = try await scratch.parapet("check", "rivemont", "--data", Repository.data)
    #expect(answer.code == 0, "\(answer.output)")
  }
}
