import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetInput
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
    default: self.init(.fault, "a fault of parapet, please report it: \(error)")
    }
  }

  private init(_ error: CatalogueError) {
    switch error {
    case .notThere(let path): self.init(.unreachable, "there is no catalogue at '\(path)'")
    case .busy(let path):
      self.init(.busy, "another program is writing to the catalogue '\(path)'; try again in a moment")
    case .foreign(let path):
      self.init(.unreachable, "'\(path)' is the database of another program and was left as it is")
    case .otherForm(let path):
      self.init(
        .unreachable,
        "the catalogue '\(path)' was made by another version of parapet and was left as it is; move it away and read "
          + "the feeds anew with 'parapet ingest', or name another catalogue with --store")
    case .shrunk(let feed, let before, let now):
      self.init(
        .unusable,
        "the whole list of '\(feed)' has \(now) records, and the last one had \(before): too few to be believed; "
          + "nothing was stored (--accept-shrinking takes it all the same, --feed names a list of its own)")
    case .unreadable(let path, let reason):
      self.init(.unreachable, "'\(path)' cannot be used as a catalogue: \(reason)")
    case .unwritable(let path, let reason):
      self.init(.unreachable, "the catalogue '\(path)' cannot be written: \(reason)")
    case .damagedRecord(let key):
      self.init(
        .unreachable,
        "the record '\(key)' of the catalogue is damaged or of a newer program; ingest its source again")
    }
  }

  private init(_ error: PortfolioError) {
    switch error {
    case .folderNotFound, .missing: self.init(.notThere, error.description)
    case .notAFolder, .unreadable, .tooLarge: self.init(.unusable, error.description)
    }
  }

  private init(_ error: DataFolderError) {
    switch error {
    case .notFound: self.init(.notThere, error.description)
    case .unreadable: self.init(.unusable, error.description)
    }
  }

  private init(_ error: FeedSourceError) {
    switch error {
    case .notThere: self.init(.notThere, error.description)
    case .unreadable, .empty, .notAFile, .silent, .endless: self.init(.unusable, error.description)
    case .noRoom: self.init(.unwritable, error.description)
    }
  }

  private init(_ error: CallDocumentError) {
    switch error {
    case .notThere: self.init(.notThere, error.description)
    case .notAFile, .unreadable, .refused: self.init(.unusable, error.description)
    case .noPoppler: self.init(.unreachable, error.description)
    }
  }

  private init(_ error: FetchError) {
    switch error {
    case .notAnAddress: self.init(.misuse, error.description)
    case .status(_, 404, _), .status(_, 410, _): self.init(.notThere, error.description)
    case .tooLarge, .unusable: self.init(.unusable, error.description)
    case .noRoom: self.init(.unwritable, error.description)
    case .unreachable, .timedOut, .cutOff, .status, .redirectedTooOften, .redirectionRefused:
      self.init(.unreachable, error.description)
    }
  }

  private init(_ error: BudgetError) {
    switch error {
    case .otherCurrency(let found, let expected):
      self.init(
        .unusable,
        "the costs are in \(found) and the opportunity pays in \(expected); no rate is at hand")
    case .tooLarge: self.init(.unusable, "the costs add up to more than can be counted")
    }
  }

  private init(_ error: PlanError) {
    switch error {
    case .infeasible(let limits):
      self.init(.unusable, "no plan is possible: these clash: ")
      clash = limits
    case .notFound: self.init(.unusable, "no plan was found within the limits of the search")
    case .checkFailed(let kinds):
      self.init(
        .fault,
        "a fault of parapet, please report it: the plan failed its checks: "
          + kinds.map(\.rawValue).joined(separator: ", "))
    }
  }
}
