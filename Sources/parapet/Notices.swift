import ParapetDesk
import ParapetModel
import ParapetReporting

/// Everything that is said beside the data, on standard error.
struct Notices: Sendable {
  /// Whether to keep quiet about all but errors.
  var quiet: Bool
  /// The language of what is found.
  var language = Language.english

  /// Says a sentence.
  func say(_ sentence: String) {
    if !quiet { Console.error("parapet: " + Plain.safe(sentence)) }
  }

  /// Says a sentence in the language.
  func say(_ message: Message) { say(message[language]) }

  /// Says how much was refused, also to those who want quiet.
  func count(_ sentence: String) { Console.error("parapet: \(sentence)") }

  /// Says what a desk has to tell.
  func tell(_ notice: Notice) {
    switch notice {
    case .findings(let findings): tell(findings)
    case .noCatalogue(let path):
      say(
        Message(
          en: "no catalogue at \(path): only the calls of the data folder are considered",
          fr: "pas de catalogue à \(path) : seuls les appels du dossier de données sont examinés"))
    case .noSolver(let path):
      say(
        Message(
          en:
            "the solver '\(path)' is not there, so that no plan can be proven; build it, or install it beside parapet",
          fr:
            "le solveur « \(path) » n’existe pas, et aucun plan ne peut être prouvé ; construisez-le, ou installez-le à "
            + "côté de parapet"))
    case .waiting(let sentence): say(sentence)
    case .progress(let sentence): if Console.isWatched { say(sentence) }
    case .read(let outcome):
      let findings = outcome.findings
      tell(
        findings.first, unkeptErrors: findings.unkeptErrors, unkeptWarnings: findings.unkeptWarnings)
    }
  }

  /// Shows diagnostics, in the order of the input, and how many more there were.
  func tell(_ diagnostics: [Diagnostic], unkeptErrors: Int = 0, unkeptWarnings: Int = 0) {
    let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    let unkept = unkeptErrors + (quiet ? 0 : unkeptWarnings)
    guard !shown.isEmpty || unkept > 0 else { return }
    Console.error(DiagnosticsText(language: language).render(shown, unkept: unkept), terminator: "")
  }
}
