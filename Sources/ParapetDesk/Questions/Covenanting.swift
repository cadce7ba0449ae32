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
    guard let joined = city.city.covenantJoined, joined > day else { return city }
    let place = city.city.joinedPlace ?? Diagnostic.Place(file: folder + "/city.yaml")
    let finding = Diagnostic.joinedLater(joined, judged: day, at: place)
    tell(.findings([finding]))
    city.city.covenantJoined = nil
    var unread = Unread(finding)
    unread.isApart = true
    city.unread.append(unread)
    return city
  }

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
    lists.length = .first(3)
    lists.rates = question.rates
    let shortlist = try self.lists(for: [city], lists).list(of: city)
    let plan = ActionPlan(
      shortlist, plan: made?.study.plan, measures: desk.data.measures, frame: desk.data.frame,
      practices: desk.data.goodPractices)
    return CityActionPlan(actionPlan: plan, failure: failure, isRestricted: restricted)
  }

  /// How a city's action plan goes on, compared with a day where one is named.
  public func progress(of city: Portfolio, since: Day? = nil) -> CityProgress {
    CityProgress(
      review: ProgressReview(
        of: city, on: day, since: since, frame: desk.data.frame, measures: desk.data.measures))
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
