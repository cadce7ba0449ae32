import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension ShortlistReport {
  /// The JSON document, by the schema `shortlist`.
  public var json: String {
    let lists = shortlists.map { shortlist in
      PortfolioPart(
        portfolio: shortlist.portfolio.city.id,
        items: shortlist.items.map { list in
          ItemPart(
            item: list.item.id, title: list.item.title,
            cost: OrNull(wrappedValue: list.item.totalCost.map(Amount.init)),
            questions: words.measureQuestion(of: list.item, in: shortlist.portfolio).map {
              [AskedPart(fact: "measures", text: $0, suggested: list.item.suggestedMeasures)]
            } ?? [],
            matches: list.matches.map { match in
              MatchPart(
                MatchText(
                  match: match, city: shortlist.portfolio.city, identifiers: identifiers, words: words,
                  refused: shortlist.portfolio.refusedFacts(of: list.item.id)), of: list.item)
            }, omitted: OmittedPart(list.omitted))
        })
    }
    guard lists.count == 1 else {
      return JSONDocument("shortlist", edition, in: words.language, PortfoliosPart(portfolios: lists)).text
    }
    return JSONDocument("shortlist", edition, in: words.language, lists[0]).text
  }

  private struct PortfoliosPart: Encodable {
    var portfolios: [PortfolioPart]
  }

  private struct PortfolioPart: Encodable {
    var portfolio: String
    var items: [ItemPart]
  }

  private struct ItemPart: Encodable {
    var item: String
    var title: String
    /// What it costs in all, net of tax, as it was read.
    @OrNull var cost: Amount?
    var questions: [AskedPart]
    var matches: [MatchPart]
    var omitted: OmittedPart
  }

  /// A fact of the item that decides everything about it and is not known.
  private struct AskedPart: Encodable {
    var fact: String
    var text: String
    var suggested: [String]
  }
}

/// How many pairs a list leaves out, as JSON.
struct OmittedPart: Encodable {
  var closed: Int
  var leftOver: Int
  var no: Int
  var withoutGrant: Int
  var unrelated: Int

  init(_ omitted: Omitted) {
    (closed, leftOver, no) = (omitted.closed, omitted.leftOver, omitted.no)
    (withoutGrant, unrelated) = (omitted.withoutGrant, omitted.unrelated)
  }
}

/// One match as JSON: codes, with the sentences of a language beside them.
struct MatchPart: Encodable {
  var opportunity: String
  @OrNull var reference: String?
  var title: String
  var verdict: String
  var standing: String
  var next: NextPart
  @OrNull var rank: Int?
  var status: String
  @OrNull var missingSince: String?
  @OrNull var withdrawnOn: String?
  var fit: FitPart
  var confidence: Double
  var why: String
  var reasons: [ReasonPart]
  var questions: [QuestionPart]
  var fixes: [FixPart]
  @OrNull var grant: Amount?
  @OrNull var grantRange: RangePart?
  @OrNull var ownContribution: Amount?
  @OrNull var conversion: ConversionPart?
  @OrNull var nextDeadline: String?
  var timeAssumed: Bool
  var assumptions: [AssumptionPart]
  var differences: [DifferencePart]
  var sources: [String]

  init(_ text: MatchText, of item: Item) {
    let match = text.match
    let words = text.words
    opportunity = text.identifier
    _reference = OrNull(wrappedValue: match.offer.opportunity.reference)
    title = text.title
    verdict = match.verdict.rawValue
    standing = match.standing.rawValue
    next = NextPart(text)
    _rank = OrNull(wrappedValue: match.rank)
    status = match.status.rawValue
    _missingSince = OrNull(wrappedValue: match.offer.opportunity.presence.missingSince?.description)
    _withdrawnOn = OrNull(wrappedValue: match.offer.opportunity.presence.withdrawnOn?.description)
    fit = FitPart(
      total: match.fit.total,
      addends: match.fit.addends.map {
        AddendPart(name: $0.name.rawValue, points: $0.points, because: words.because($0.because))
      })
    // The nearest double to so many hundredths prints as those hundredths.
    confidence = Double(match.confidence) / 100
    why = text.why
    reasons = match.reasons.map { ReasonPart($0, required: text.required($0), stated: text.stated($0)) }
    let grant = (match.estimate?.grant).map { Amount($0) }
    questions = match.questions.map {
      QuestionPart(
        fact: $0.rawValue, codes: text.codes(of: $0), text: text.question($0),
        decides: OrNull(wrappedValue: grant))
    }
    fixes = match.fixes.map { FixPart($0, text, item) }
    _grant = OrNull(wrappedValue: grant)
    _grantRange = OrNull(wrappedValue: (match.estimate?.range).map(RangePart.init))
    _ownContribution = OrNull(wrappedValue: (match.estimate?.own).map { Amount($0) })
    _conversion = OrNull(wrappedValue: (match.estimate?.assumptions.conversion).map(ConversionPart.init))
    _nextDeadline = OrNull(wrappedValue: match.nextDeadline?.day.description)
    timeAssumed = match.isTimeAssumed
    assumptions = text.assumptions.map(AssumptionPart.init)
    differences = match.offer.differences.map(DifferencePart.init)
    sources = text.sources
  }

  struct FitPart: Encodable {
    var total: Int
    var addends: [AddendPart]
  }

  struct AddendPart: Encodable {
    var name: String
    var points: Int
    var because: String
  }

  struct ReasonPart: Encodable {
    var criterion: String
    var id: String
    var outcome: String
    var unverified: Bool
    var moot: Bool
    var negated: Bool
    var required: String
    var stated: String
    var missing: [String]
    var source: String
    var grade: String
    /// The sentence in which the criterion was read, and where that stands; only of what was read from prose.
    var quote: String?
    /// What the city found out; only where it did.
    var answer: AnswerPart?

    init(_ reason: Reason, required: String, stated: String) {
      criterion = reason.kind
      id = reason.id
      outcome = reason.outcome.rawValue
      unverified = reason.isUnverified
      moot = reason.isMoot
      negated = reason.isNegated
      self.required = required
      self.stated = stated
      missing = reason.missing.map(\.rawValue)
      source = reason.citation.source
      grade = reason.citation.grade.rawValue
      quote = reason.citation.quote
      answer = reason.answer.map(AnswerPart.init)
    }
  }

  struct QuestionPart: Encodable {
    var fact: String
    var codes: [String]
    var text: String
    var decides: OrNull<Amount>
  }

  struct FixPart: Encodable {
    var `class`: String
    var changes: [ChangePart]
    var text: String
    var then: String
    var brings: OrNull<Amount>

    init(_ fix: Fix, _ text: MatchText, _ item: Item) {
      `class` = fix.power.rawValue
      changes = fix.changes.map { ChangePart($0, of: text.city, item, text.words) }
      self.text = text.fix(fix)
      then = fix.verdict.rawValue
      brings = OrNull(wrappedValue: fix.grant.map { Amount($0) })
    }
  }

}

/// An assumption as JSON.
struct AssumptionPart: Encodable {
  var text: String
  var grade: String
  var source: String

  init(_ assumption: StatedAssumption) {
    text = assumption.text
    grade = assumption.citation.grade.rawValue
    source = assumption.citation.source
  }
}

/// A change as JSON: a fact before and after, with its words.
struct ChangePart: Encodable {
  var fact: String
  var from: String
  var to: String
  var text: String

  init(_ change: Change, of city: City, _ item: Item, _ words: any Sentences) {
    fact = change.fact.rawValue
    (from, to) = ChangeText.values(change, of: city, item)
    text = words.change(change)
  }
}

extension ShortlistReport {
  /// The titles of what is listed.
  public var foreign: ForeignTitles {
    words.foreign(shortlists.lazy.flatMap(\.items).flatMap(\.matches).map(\.offer.opportunity))
  }
}
