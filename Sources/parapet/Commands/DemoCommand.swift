import ArgumentParser
import Foundation
import ParapetCatalogue
import ParapetModel

/// `parapet demo`: the whole main job on the shipped data, as of a fixed day.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Runs the main job on the data folder and writes its reports, as of 2026-03-15.")

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var reports = "reports"

  @Option(help: ArgumentHelp("The folder of instruments, calls, measures and words.", valueName: "folder"))
  var data: String?

  /// The day of the demonstration, so that its reports are the same for ever.
  static let day = "2026-03-15"

  mutating func run() throws {
    try Stop.on { try demonstrate() }
  }

  private func demonstrate() throws {
    let folder = Workspace.dataFolder(data)
    let store = FileManager.default.temporaryDirectory.appending(path: "parapet-demo-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: store) }
    do {
      try FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
    } catch {
      throw Stop(.unwritable, "the folder '\(reports)' cannot be made")
    }
    let cities = try cities(in: folder)
    let place = ["--data", folder, "--store", store + "/catalogue.sqlite", "--as-of", DemoCommand.day]
    func complete(_ step: Step) -> [String] {
      Console.error("parapet " + step.arguments.joined(separator: " "))
      return step.arguments + place + ["--quiet", "--output", reports + "/" + step.file]
    }
    for step in DemoCommand.commands(data: folder, cities: cities) {
      try DemoCommand.run(complete(step))
    }
    for city in cities {
      try DemoCommand.plan(DemoCommand.plans(of: city, in: folder + "/portfolios/" + city).map(complete))
    }
    Console.error("parapet: the reports are in \(reports)/")
  }

  private func cities(in folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/portfolios")) ?? []
    guard !names.isEmpty else { throw Stop(.noInput, "'\(folder)/portfolios' has no example city") }
    return names.sorted().filter { !$0.hasPrefix(".") }
  }

  /// One command and the report that it makes.
  private struct Step {
    var arguments: [String]
    var file: String
  }

  /// Runs a command as the command line would; an answer that found something wanting is an answer.
  private static func run(_ arguments: [String]) throws {
    do {
      var command = try Parapet.parseAsRoot(arguments)
      try command.run()
    } catch let code as ExitCode where code == ExitStatus.wanting.code {
      return
    }
  }

  /// Makes a plan once and writes it in the forms of several command lines, which differ in nothing else.
  private static func plan(_ forms: [[String]]) throws {
    var answer: PlanCommand.Answer?
    for arguments in forms {
      guard let command = try Parapet.parseAsRoot(arguments) as? PlanCommand else { continue }
      do {
        let made = try answer ?? command.answer()
        answer = made
        try command.write(made)
      } catch let code as ExitCode where code == ExitStatus.wanting.code {
        continue
      }
    }
  }

  /// The city whose reports are written in every form, and that has a budget.
  private static let fullCity = "rivemont"

  private static func commands(data: String, cities: [String]) -> [Step] {
    var steps = [
      Step(
        arguments: [
          "ingest", data + "/feeds/portal-2026-03-14", "--read-on", "2026-03-14", "--format", "json",
        ],
        file: "ingest.json"),
      Step(arguments: ["list"], file: "list.txt"),
      Step(arguments: ["show", "ISF-UA"], file: "show-ISF-UA.txt"),
      Step(arguments: ["book", "--format", "html"], file: "instrument-book.html"),
      Step(arguments: ["book", "--format", "csv"], file: "instrument-book.csv"),
      Step(arguments: ["check", data, "--statistics"], file: "check.txt"),
    ]
    for city in cities {
      steps += shortlists(of: city, in: data + "/portfolios/" + city)
    }
    return steps + budgets(data + "/portfolios/" + fullCity)
  }

  /// The shortlist of a city: in every form and language for one, as a page and a table for the others.
  private static func shortlists(of city: String, in portfolio: String) -> [Step] {
    let forms =
      [("csv", "csv"), ("html", "html")] + (city == fullCity ? [("text", "txt")] : [])
    var steps = forms.map { form, ending in
      Step(
        arguments: ["shortlist", portfolio, "--format", form],
        file: "\(city)-shortlist.\(ending)")
    }
    steps.append(Step(arguments: ["sensitivity", portfolio], file: "\(city)-sensitivity.txt"))
    guard city == fullCity else { return steps }
    steps.append(
      Step(
        arguments: ["shortlist", portfolio, "--item", "square", "--format", "json"],
        file: "\(city)-square-shortlist.json"))
    steps.append(
      Step(
        arguments: ["shortlist", portfolio, "--format", "html", "--lang", "fr"],
        file: "\(city)-shortlist.fr.html"))
    steps.append(
      Step(
        arguments: ["shortlist", portfolio, "--format", "csv", "--lang", "fr", "--csv-profile", "excel-fr"],
        file: "\(city)-shortlist.fr.csv"))
    return steps
  }

  /// The plan of a city with what is undecided assumed, since calls rarely say all; in every form for one.
  private static func plans(of city: String, in portfolio: String) -> [Step] {
    let plan = ["plan", portfolio, "--assume-undecided"]
    var steps = [Step(arguments: plan + ["--format", "html"], file: "\(city)-plan.html")]
    guard city == fullCity else { return steps }
    steps += [
      Step(arguments: plan, file: "\(city)-plan.txt"),
      Step(arguments: plan + ["--format", "json"], file: "\(city)-plan.json"),
      Step(arguments: plan + ["--format", "html", "--lang", "fr"], file: "\(city)-plan.fr.html"),
      Step(
        arguments: plan + ["--format", "csv", "--csv-profile", "excel-fr", "--lang", "fr"],
        file: "\(city)-plan.fr.csv"),
    ]
    return steps
  }

  /// The budget of the square under the Urban Initiative's fourth call, in each form.
  private static func budgets(_ portfolio: String) -> [Step] {
    let budget = ["budget", portfolio, "--item", "square", "--opportunity", "EUI-IA-4"]
    return [
      Step(arguments: ["explain", portfolio, "square", "EUI-IA-4"], file: "rivemont-square-EUI-IA-4.txt"),
      Step(arguments: budget, file: "rivemont-square-budget.txt"),
      Step(arguments: budget + ["--format", "json"], file: "rivemont-square-budget.json"),
      Step(arguments: budget + ["--format", "html", "--lang", "fr"], file: "rivemont-square-budget.fr.html"),
      Step(
        arguments: budget + ["--format", "csv", "--csv-profile", "excel-fr", "--lang", "fr"],
        file: "rivemont-square-budget.fr.csv"),
    ]
  }
}
