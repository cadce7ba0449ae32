import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet practices`: what cities did, near an item or all of it; packs that cities exchange.
struct PracticesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practices",
    abstract: "Shows what cities did and what it cost, and exchanges packs of it.",
    subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)
}

extension PracticesCommand {
  /// `parapet practices [PORTFOLIO] [--item ID]`.
  struct List: Question {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Shows practices, the nearest to an item first.")

    @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
    var portfolio: String?

    @Option(help: ArgumentHelp("Those near this item only.", valueName: "id"))
    var item: String?

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func answer(_ session: Session) throws {
      let list = try session.inquiry.practices(of: portfolio, near: item)
      try session.write(list.report(session.wording))
      if list.practices.isEmpty {
        session.notices.say(
          Message(
            en: "no practice shares a measure with it", fr: "aucune pratique n’a de mesure en commun avec lui"
          ))
        throw ExitStatus.wanting.code
      }
    }
  }

  /// `parapet practices export PORTFOLIO --output PACK`.
  struct Export: Question {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Writes what a city tells others (practices.xml) as a pack.")

    @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
    var portfolio: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func answer(_ session: Session) throws {
      let page = try session.inquiry.exportedPractices(of: portfolio)
      try Console.write(Array(page.text.utf8), to: output.output)
      if page.isPartial { throw ExitStatus.wanting.code }
    }
  }

  /// `parapet practices import PACK --into PORTFOLIO`.
  struct Import: Question {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Takes a pack of another city in.")

    @Argument(help: ArgumentHelp("The pack.", valueName: "pack"))
    var pack: String

    @Option(help: ArgumentHelp("The folder of the portfolio that takes it in.", valueName: "portfolio"))
    var into: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func answer(_ session: Session) throws {
      let page = try session.inquiry.importedPractices(pack, into: into)
      if let path = page.path {
        session.notices.say(Message(en: "the pack is in \(path)", fr: "le paquet est dans \(path)"))
      }
      if page.isPartial { throw ExitStatus.wanting.code }
    }
  }
}
