import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet init`: a portfolio to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a portfolio to fill in, as a country's spreadsheets open it.",
    discussion: """
      The folder gets city.yaml, the tables items, costs and support, and the list of measures in words. Nothing that \
      is there is written over.
      """)

  @OptionGroup var wanted: InitOptions
  @OptionGroup var source: SourceOptions

  @Option(help: "The language of the comments and of the names of measures: en or fr.")
  var lang: Language = .english

  mutating func run() throws {
    try Stop.on(lang) {
      let desk = try Desk(source.places, program: Program.version)
      let files = try desk.found(
        wanted.folder, in: wanted.stated(), language: lang, asWorkbook: wanted.workbook)
      for file in files { Console.error("parapet: \(file)") }
    }
  }
}
