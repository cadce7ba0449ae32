import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetInput
import ParapetModel
import ParapetPlanning

/// Every error of the stages below, as a failure of the question.
extension Failure {
  /// The failure behind an error; one that is not known is a fault of ours.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as CatalogueError: self.init(error)
    case let error as PortfolioError: self.init(error)
    case let error as DataFolderError: self.init(error)
    case let error as FeedSourceError: self.init(error)
    case let error as FetchError: self.init(error)
    case let error as CallDocumentError: self.init(error)
    case let error as BudgetError: self.init(error)
    case let error as PlanError: self.init(error)
    default: self.init(.fault, .fault("\(error)"))
    }
  }

  private init(_ error: CatalogueError) {
    switch error {
    case .notThere(let path):
      self.init(
        .unreachable,
        Message(en: "there is no catalogue at '\(path)'", fr: "il n’y a pas de catalogue à « \(path) »"))
    case .busy(let path):
      self.init(
        .busy,
        Message(
          en: "another program is writing to the catalogue '\(path)'; try again in a moment",
          fr: "un autre programme écrit dans le catalogue « \(path) » ; réessayez dans un instant"))
    case .foreign(let path):
      self.init(
        .unreachable,
        Message(
          en: "'\(path)' is the database of another program and was left as it is",
          fr: "« \(path) » est la base de données d’un autre programme et a été laissée telle quelle"))
    case .otherForm(let path):
      self.init(
        .unreachable,
        Message(
          en:
            "the catalogue '\(path)' was made by another version of parapet and was left as it is; move it away and "
            + "read the feeds anew with 'parapet ingest', or name another catalogue with --store",
          fr:
            "le catalogue « \(path) » a été fait par une autre version de parapet et a été laissé tel quel ; écartez-le "
            + "et relisez les flux avec « parapet ingest », ou nommez un autre catalogue par --store"))
    case .shrunk(let feed, let before, let now):
      self.init(
        .unusable,
        Message(
          en:
            "the whole list of '\(feed)' has \(now) records, and the last one had \(before): too few to be believed; "
            + "nothing was stored (--accept-shrinking takes it all the same, --feed names a list of its own)",
          fr:
            "la liste entière de « \(feed) » a \(now) notices, et la précédente en avait \(before) : trop peu pour y "
            + "croire ; rien n’a été stocké (--accept-shrinking la prend quand même, --feed nomme une liste à part)"
        ))
    case .unreadable(let path, let reason):
      self.init(
        .unreachable,
        Message(
          en: "'\(path)' cannot be used as a catalogue: \(reason)",
          fr: "« \(path) » ne peut pas servir de catalogue ; SQLite dit : « \(reason) »"))
    case .unwritable(let path, let reason):
      self.init(
        .unreachable,
        Message(
          en: "the catalogue '\(path)' cannot be written: \(reason)",
          fr: "le catalogue « \(path) » ne peut pas être écrit ; SQLite dit : « \(reason) »"))
    case .damagedRecord(let key):
      self.init(
        .unreachable,
        Message(
          en:
            "the record '\(key)' of the catalogue is damaged or of a newer program; ingest its source again",
          fr: "la notice « \(key) » du catalogue est abîmée ou d’un programme plus récent ; relisez sa source"
        ))
    }
  }

  private init(_ error: PortfolioError) {
    switch error {
    case .folderNotFound, .missing: self.init(.notThere, error.said)
    case .notAFolder, .unreadable, .tooLarge: self.init(.unusable, error.said)
    }
  }

  private init(_ error: DataFolderError) {
    switch error {
    case .notFound: self.init(.notThere, error.said)
    case .unreadable: self.init(.unusable, error.said)
    }
  }

  private init(_ error: FeedSourceError) {
    switch error {
    case .notThere: self.init(.notThere, error.said)
    case .unreadable, .empty, .notAFile, .silent, .endless: self.init(.unusable, error.said)
    case .noRoom: self.init(.unwritable, error.said)
    }
  }

  private init(_ error: CallDocumentError) {
    switch error {
    case .notThere: self.init(.notThere, error.said)
    case .notAFile, .unreadable, .refused: self.init(.unusable, error.said)
    case .noPoppler: self.init(.unreachable, error.said)
    }
  }

  private init(_ error: FetchError) {
    switch error {
    case .notAnAddress: self.init(.misuse, error.said)
    case .status(_, 404, _), .status(_, 410, _): self.init(.notThere, error.said)
    case .tooLarge, .unusable: self.init(.unusable, error.said)
    case .noRoom: self.init(.unwritable, error.said)
    case .unreachable, .timedOut, .cutOff, .status, .redirectedTooOften, .redirectionRefused:
      self.init(.unreachable, error.said)
    }
  }

  private init(_ error: BudgetError) {
    switch error {
    case .otherCurrency(let found, let expected):
      self.init(
        .unusable,
        Message(
          en: "the costs are in \(found) and the opportunity pays in \(expected); no rate is at hand",
          fr: "les coûts sont en \(found) et l’opportunité paie en \(expected) ; aucun taux n’est connu"))
    case .tooLarge:
      self.init(
        .unusable,
        Message(
          en: "the costs add up to more than can be counted",
          fr: "la somme des coûts dépasse ce qui peut être compté"))
    }
  }

  private init(_ error: PlanError) {
    switch error {
    case .infeasible(let limits):
      self.init(
        .unusable,
        Message(
          en: "no plan is possible: these clash: ", fr: "aucun plan n’est possible ; ceci se contredit : "))
      clash = limits
    case .notFound:
      self.init(
        .unusable,
        Message(
          en: "no plan was found within the limits of the search",
          fr: "aucun plan n’a été trouvé dans les limites de la recherche"))
    case .checkFailed(let kinds):
      self.init(
        .fault,
        .fault("the plan failed its checks: " + kinds.map(\.rawValue).joined(separator: ", ")))
    }
  }
}
