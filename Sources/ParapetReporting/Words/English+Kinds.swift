import ParapetModel

/// The words of English for each kind of criterion and for each fact.
extension English {
  func words(_ kind: CriterionKind) -> KindWords {
    switch kind {
    case .applicantClass:
      KindWords(name: "Applicant", accepts: "Must be: %", refuses: "Must not be: %")
    case .territory: KindWords(name: "Territory")
    case .measure: KindWords(name: "Measures", joins: .comma, notAccepted: "not accepted")
    case .population: KindWords(name: "Population", amount: .count("inhabitant", "inhabitants"))
    case .consortium: KindWords(name: "Consortium")
    case .duration: KindWords(name: "Duration", amount: .count("month", "months"))
    case .completion: KindWords(name: "No finished work")
    case .regionCategory:
      KindWords(name: "Category of region", accepts: "Seat in a %", refuses: "Seat outside a %")
    case .coordinator:
      KindWords(
        name: "Coordinator", accepts: "Led by: %", refuses: "Not led by: %",
        none: "the lead is not stated by the city")
    case .previousAward:
      KindWords(
        name: "Earlier award", accepts: "The lead must have had: %",
        refuses: "The lead must not have had: %", none: "no such award")
    case .partnerShare: KindWords(name: "Share of partners")
    case .technologyReadiness:
      KindWords(
        name: "Technology readiness", amount: .level("Start from technology readiness level", "level"))
    case .excludedPurpose:
      KindWords(name: "Excluded purposes", refuses: "None of these: %", none: "no special purpose")
    case .costHeading:
      KindWords(
        name: "Cost headings", refuses: "Costs that are not paid: %", joinsRefused: .and, joins: .comma,
        notAccepted: "not paid")
    case .aim:
      KindWords(name: "Aim", accepts: "Serves: %", refuses: "Does not serve: %", none: "no such aim")
    case .members: KindWords(name: "Members")
    case .seats:
      KindWords(
        name: "Seats", accepts: "Every member has its seat in: %", refuses: "No member has its seat in: %")
    case .control:
      KindWords(
        name: "Control", accepts: "Nobody is controlled from outside: %",
        refuses: "Nobody is controlled from: %")
    case .everyone: KindWords(name: "Every beneficiary", accepts: "Every beneficiary is: %")
    case .leadBody: KindWords(name: "Kind of lead", accepts: "Led by: %")
    case .leadSeat:
      KindWords(
        name: "Seat of the lead", accepts: "The lead has its seat in: %",
        refuses: "The lead has no seat in: %")
    case .sentence: KindWords(name: "Condition of the call")
    case .equalityPlan: KindWords(name: "Gender equality plan")
    case .territorialStrategy:
      KindWords(
        name: "Territorial strategy",
        accepts: "A territorial strategy for the urban area that the item is written into",
        holds: "there is one, with the item in it", none: "no such strategy")
    case .dates: KindWords(name: "Dates")
    case .grantSize: KindWords(name: "Size of the grant")
    case .unstated: KindWords(name: "Conditions")
    }
  }

  func words(_ fact: Fact) -> FactWords {
    switch fact {
    case .applicant:
      FactWords(
        name: "kind of applicant", question: "What kind of body applies?",
        change: "another kind of applicant: %")
    case .country:
      FactWords(name: "country", question: "In which country does the applicant have its seat?")
    case .nuts:
      FactWords(name: "region", question: "In which region (NUTS code) does the applicant have its seat?")
    case .population:
      FactWords(
        name: "population", question: "How many inhabitants does the city have?",
        change: "another number of inhabitants: %", one: "inhabitant", many: "inhabitants")
    case .regionCategory:
      FactWords(
        name: "category of region",
        question: "Which category does the region have under cohesion policy in 2021–2027?",
        change: "another category of region: %")
    case .measures:
      FactWords(
        name: "measures",
        question:
          "Which measures does the item consist of, and can those that are not accepted be left out?")
    case .subject:
      FactWords(
        name: "subject of the item",
        question: "Is the item about the particular subject that the source names, or can it be?")
    case .partners:
      FactWords(
        name: "partners",
        question: "Which partners take part, from which countries, or does the city act alone?")
    case .partnerRegions:
      FactWords(
        name: "the partners’ categories of region",
        question: "In which category of region under cohesion policy does each partner have its seat?")
    case .coordinator:
      FactWords(
        name: "coordinator", question: "Which organisation leads the application, and of what kind is it?")
    case .awards:
      FactWords(
        name: "earlier awards",
        question: "Which innovative action or label of the Union was the lead awarded before?",
        change: "first an award: %")
    case .roles:
      FactWords(
        name: "roles",
        question:
          "Which of the bodies that the call asks for are the city and each partner (police, first responder …)?"
      )
    case .genderEqualityPlan:
      FactWords(
        name: "gender equality plan",
        question: "Have the city and each public partner a published gender equality plan?",
        change: "adopt and publish a gender equality plan before the grant is signed")
    case .territorialStrategy:
      FactWords(
        name: "territorial strategy",
        question: "Is there a territorial strategy for the urban area, and is the item written into it?",
        change: "first write the item into a territorial strategy for the urban area")
    case .technologyReadiness:
      FactWords(
        name: "technology readiness level",
        question: "From which technology readiness level (1 to 9) does the item start?",
        change: "first bring the technology to readiness level %")
    case .purposes:
      FactWords(
        name: "purposes",
        question:
          "Does the item serve defence, customs, coercion or the mere upkeep of public order, or none of these?"
      )
    case .aims:
      FactWords(
        name: "aims",
        question:
          "Which aims does the item serve beside security: migrants, justice, culture, climate, networks, the just transition, rural areas, health, partner countries, or none of these?"
      )
    case .costHeadings:
      FactWords(name: "cost headings", question: "Under which headings do the item’s costs fall?")
    case .start: FactWords(name: "start of work", question: "When does the work start?")
    case .end: FactWords(name: "end of work", question: "When does the work end?")
    case .cost: FactWords(name: "cost", question: "What does the item cost?")
    case .exchangeRate:
      FactWords(
        name: "exchange rate", question: "What is the currency of the costs worth in that of the grant?")
    case .callDocument:
      FactWords(name: "the call’s document", question: "What does the call’s document say on: %?")
    }
  }
}
