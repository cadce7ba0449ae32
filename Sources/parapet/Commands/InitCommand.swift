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

  @Argument(
    help: ArgumentHelp(
      "The folder of the portfolio, which is made where it is not there.", valueName: "folder"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The country, two capital letters; its spreadsheets part cells and decimals in their own way.",
      valueName: "code"))
  var country: String?

  @Flag(help: "Write the tables as sheets of one workbook, portfolio.xlsx.")
  var workbook = false

  @OptionGroup var source: SourceOptions

  @Option(help: "The language of the comments and of the names of measures: en or fr.")
  var lang: Language = .english

  mutating func run() throws {
    try Stop.on(lang) {
      let found = try country.map { code in
        guard let country = Country(code.uppercased()) else {
          throw Stop(.misuse, "'\(code)' is not the code of a country; write two letters, such as FR")
        }
        return country
      }
      let desk = try Desk(source.places, program: Program.version)
      let files = try desk.found(folder, in: found, language: lang, asWorkbook: workbook)
      for file in files { Console.error("parapet: \(file)") }
    }
  }
}
