import ParapetModel

/// What becomes of the value added tax on one cost.
struct VATJudgement {
  /// How much of it is an eligible cost.
  var eligible: Money
  /// How much of it counts as paid: what is not recovered, and what is eligible.
  var counted: Money
  /// How much of what counts is recovered all the same.
  var returned: Money
  /// Why.
  var because: Because?
  /// What had to be assumed.
  var assumed: [Assumption.What] = []

  /// One cost and its payer, as far as the tax is concerned.
  struct Question {
    var vat: Money?
    var currency: Currency
    var item: String
    var partner: String?
    var payer: ApplicantFacts
    /// Whether the whole operation costs less than the threshold of Regulation (EU) 2021/1060, Art. 64(1)(c).
    var belowThreshold: Bool
    /// The scheme of the payer's country that pays it the tax; nothing where none is known.
    var compensation: NationalRules.TaxCompensation?
  }

  /// Judges a cost under a rule, or under the cautious reading where none is stated.
  init(_ question: Question, rule: VATRule?) {
    let zero = Money.zero(question.currency)
    (eligible, counted, returned) = (zero, zero, zero)
    defer {
      // Prudence: tax of which nobody knows whether it is recovered is not taken for money that comes back.
      if let vat = question.vat, let stays = VATJudgement.unrecovered(vat, question.payer.vat) {
        returned = Money(
          minorUnits: max(0, counted.minorUnits - stays.minorUnits), currency: question.currency)
      }
    }
    guard let vat = question.vat else {
      // Tax that is recovered and could not be eligible matters to nobody.
      if question.payer.vat != .recoverable || rule == .cpr {
        because = .vatNotEligible(.amountUnknown)
        assumed = [.vatAmountUnknown(item: question.item)]
      }
      return
    }
    guard vat.minorUnits > 0 else { return }
    let unrecovered = VATJudgement.unrecovered(vat, question.payer.vat)
    // Prudence: own money is never put too low because a fact is missing.
    counted = unrecovered ?? vat
    if unrecovered == nil, !(rule == .cpr && (question.belowThreshold || question.compensation != nil)) {
      assumed = [.vatStatusUnknown(partner: question.partner)]
    }
    switch rule {
    case nil:
      because = .vatNotEligible(.ruleNotStated)
      assumed.append(.ruleNotStated(.vat))
    case .never:
      because = .vatNotEligible(.never)
    case .publicAuthority:
      if let applicant = question.payer.applicant {
        if applicant.actsAsPublicAuthority {
          because = .vatNotEligible(.publicAuthority)
        } else {
          count(unrecovered, under: .publicAuthority)
        }
      } else {
        because = .vatNotEligible(.applicantUnknown)
        assumed.append(.applicantUnknown(partner: question.partner))
      }
    case .nonRecoverable:
      count(unrecovered, under: .nonRecoverable)
    case .cpr:
      countUnderCommonProvisions(vat, unrecovered, question)
    }
  }

  /// Regulation (EU) 2021/1060, Art. 64(1)(c): below the threshold every tax counts, above what is not recovered.
  ///
  /// Tax that comes back is left out below it too, since no officer claims what another purse pays: Dutch and Finnish
  /// authorities say so (`national.xml`), and of the others nobody was found to say that they take it. Of a payer that does
  /// not say whether it recovers tax, and that a scheme of its country pays, none is claimed; its own word counts.
  private mutating func countUnderCommonProvisions(_ vat: Money, _ unrecovered: Money?, _ question: Question)
  {
    if let scheme = question.compensation, question.payer.vat != .recoverable {
      let isClaimed = (unrecovered?.minorUnits ?? 0) > 0
      assumed.append(.compensatedTax(scheme, partner: question.partner, isClaimed: isClaimed))
      guard unrecovered != nil else {
        because = .vatNotEligible(.recoverable)
        return
      }
    } else if let unrecovered, unrecovered.minorUnits < vat.minorUnits {
      if let scheme = question.compensation {
        assumed.append(.compensatedTax(scheme, partner: question.partner, isClaimed: false))
      } else if question.belowThreshold {
        assumed.append(.recoveredTaxLeft(partner: question.partner))
      }
    }
    count(unrecovered ?? (question.belowThreshold ? vat : nil), under: .cpr)
  }

  private mutating func count(_ amount: Money?, under rule: VATRule) {
    guard let amount else {
      because = .vatNotEligible(.statusUnknown)
      return
    }
    guard amount.minorUnits > 0 else {
      because = .vatNotEligible(.recoverable)
      return
    }
    eligible = amount
    if counted.minorUnits < amount.minorUnits { counted = amount }
    because = .vatEligible(rule, amount)
  }

  private static func unrecovered(_ vat: Money, _ status: VATStatus?) -> Money? {
    switch status {
    case nil: return nil
    case .recoverable: return .zero(vat.currency)
    case .nonRecoverable: return vat
    case .partly(let recoverable):
      let share = min(max(recoverable.millionths, 0), Rate.whole.millionths)
      return Rate(millionths: Rate.whole.millionths - share).of(vat, rounding: .cent)
    }
  }
}

extension ApplicantClass {
  /// Whether a body of this kind normally acts as a public authority, and so is no taxable person
  /// (Directive 2006/112/EC, Art. 13(1)).
  var actsAsPublicAuthority: Bool {
    switch self {
    case .localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody: true
    case .research, .nonProfit, .privateCompany, .internationalOrganisation: false
    }
  }
}

extension Assumption.What {
  /// How sure the scheme of a country is that an assumption rests on.
  var gradeOfScheme: Grade? {
    if case .compensatedTax(let scheme, _, _) = self { scheme.citation.grade } else { nil }
  }
}
