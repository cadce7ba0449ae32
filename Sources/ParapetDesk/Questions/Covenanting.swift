import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
public import ParapetModel
public import ParapetPlanning

/// The Covenant's action plan of a city.
public struct CityActionPlan: Sendable {
  /// The plan.
  public var actionPlan: ActionPlan
  /// Why there is no plan of who pays for what, where there is none.
  public var failure: Failure?
  /// Whether what is restricted is shown, and each page marked.
  public var isRestricted: Bool

  /// Whether a half of the plan has no action.
  public var isIncomplete: Bool { !actionPlan.emptyComponents.isEmpty }
}

/// How a city's action plan goes on.
public struct CityProgress: Sendable {
  /// The review.
  public var review: ProgressReview

  /// Whether nothing is told of any item.
  public var isEmpty: Bool { review.items.allSatisfy { $0.current == nil } }
}

/// The way from a city's commitments to what is measured.
public struct CityTrace: Sendable {
  /// The way, and where it breaks off.
  public var trace: CommitmentTrace
}

extension Inquiry {
  /// A city's portfolio, as one that has joined the Covenant by the day judged: a later day is reported, and no duty
  /// counts from it.
  public func covenantPortfolio(_ folder: String) throws(Failure) -> Portfolio {
    var city = try portfolio(folder)
    guard let finding = joinedLater(city, in: folder).first else { return city }
    tell(.findings([finding]))
    city.city.covenantJoined = nil
    var unread = Unread(finding)
    unread.isApart = true
    city.unread.append(unread)
    return city
  }

  /// That a city joins after the day judged, where it does.
  func joinedLater(_ city: Portfolio, in folder: String) -> [Diagnostic] {
    guard let joined = city.city.covenantJoined, joined > day else { return [] }
    let place = city.city.joinedPlace ?? Diagnostic.Place(file: folder + "/city.yaml")
    return [Diagnostic.joinedLater(joined, judged: day, at: place)]
  }

  /// So far down a list the plan looks for what it applies to; a card shows the first few and that.
  private static let longest = 20

  /// The action plan of a city: its items, who may pay for them, and what the plan says.
  ///
  /// Where no plan of who pays for what can be made, the rest is told all the same.
  public func actionPlan(
    for city: Portfolio, _ question: PlanQuestion = PlanQuestion(), restricted: Bool = false
  ) throws(Failure) -> CityActionPlan {
    var made: CityPlan?
    var failure: Failure?
    do throws(Failure) {
      made = try plan(for: city, question)
    } catch {
      guard error.kind == .unusable || !error.clash.isEmpty else { throw error }
      failure = error
    }
    var lists = ShortlistQuestion()
    lists.quotesWords = false
    lists.length = .first(Inquiry.longest)
    lists.rates = question.rates
    let shortlist = try self.lists(for: [city], lists).list(of: city)
    let plan = ActionPlan(
      shortlist, plan: made?.study.plan, measures: desk.data.measures, frame: desk.data.frame,
      practices: desk.data.goodPractices)
    return CityActionPlan(actionPlan: plan, failure: failure, isRestricted: restricted)
  }

  /// How a city's action plan goes on, compared with a day, or with the last report that was kept where no day is named.
  ///
  /// - Throws: `Failure` where a catalogue is there and cannot be used.
  public func progress(of city: Portfolio, since named: Day? = nil) throws(Failure) -> CityProgress {
    let kept = try Failure.on { () throws -> KeptProgress? in
      guard let body = try desk.catalogueIfThere()?.lastReport(of: city.city.id, before: day) else {
        return nil
      }
      guard let kept = try? JSONDecoder().decode(KeptProgress.self, from: body) else {
        throw CatalogueError.damagedRecord(key: city.city.id)
      }
      return kept
    }
    // Figures of a report of another day than the one compared with would be compared with nothing that was asked.
    let compared = named == nil || kept?.day == named ? kept : nil
    return CityProgress(
      review: ProgressReview(
        of: city, on: day, since: named, kept: compared, handedIn: kept?.day, frame: desk.data.frame,
        measures: desk.data.measures)
    )
  }

  /// Keeps a report of progress as the one that was handed in on its day, for the next to be compared with.
  public func keep(_ progress: CityProgress) throws(Failure) {
    try Failure.on {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try desk.catalogue(creating: true).keep(
        report: try encoder.encode(KeptProgress(progress.review)),
        of: progress.review.portfolio.city.id, on: progress.review.asOf)
    }
  }

  /// The way from a city's commitments to what is measured.
  public func trace(
    of city: Portfolio, _ question: PlanQuestion = PlanQuestion()
  ) throws(Failure) -> CityTrace {
    CityTrace(trace: CommitmentTrace(try actionPlan(for: city, question).actionPlan))
  }
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func joinedLater(_ joined: Day, judged: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "joined-in-future", at: place,
      Message(
        en: "the council joined on \(joined), after the day judged (\(judged)); no duty is counted from it",
        fr:
          "le conseil a adhéré le \(joined), après le jour examiné (\(judged)) ; aucune échéance n’en est comptée"
      ),
      suggestion: Message(
        en: "correct the day, or judge a later one", fr: "corrigez le jour, ou examinez-en un autre"))
  }
}
