import ParapetModel

extension ClauseGrammar {
  /// A kind of sentence: one of the words of each group must stand in it, and none of the last.
  struct Entry {
    let nature: ClauseNature
    let words: [[String]]
    var without: [String] = []
    /// The sections it is of; none means all.
    var sections: [ClauseSection] = []
  }

  /// Sentences that decide nothing about who may apply, the narrower kinds before the wider.
  static let table: [Entry] = eligibility + admissibility + legal

  private static let eligibility: [Entry] = [
    Entry(nature: .activities, words: [["content"], ["topic description", "description of the topic"]]),
    Entry(
      nature: .leadIn, words: [["following exception", "following additional"], ["apply"]],
      without: ["must", "at least", "limited to", "require"]),
    Entry(nature: .leadIn, words: [["in order to be eligible"]], without: ["at least"]),
    Entry(
      nature: .leadIn, words: [["one of the eligible country"]],
      without: ["at least", "different", "must be submitted"]),
    Entry(
      nature: .anyEntity,
      words: [
        ["legal entity", "legal person"],
        [
          "public or private body", "public or private entity", "public and private body",
          "private or public body",
        ],
      ], without: ["at least", "not eligible"]),
    Entry(nature: .anyEntity, words: [["any legal entity"]], without: ["at least", "not eligible", "must"]),
    Entry(
      nature: .naturalPersons,
      words: [["natural person"], ["not eligible", "not be eligible", "ineligible", "can not"]]),
    Entry(
      nature: .internationalOrganisations, words: [["international organisation"], ["eligible"]],
      without: ["at least"]),
    Entry(
      nature: .withoutPersonality,
      words: [["without legal personality", "do not have legal personality", "not have legal personality"]]),
    Entry(
      nature: .unionBodies, words: [["eu body", "union body", "joint research centre", "jrc"]],
      without: ["at least"]),
    Entry(
      nature: .associations,
      words: [["association"], ["interest grouping", "grouping", "sole beneficiary", "member"]],
      without: ["at least", "only association"]),
    Entry(
      nature: .restrictiveMeasures,
      words: [
        ["restrictive measure", "2020 / 2092", "2022 / 2506", "conditionality", "hungarian public interest"]
      ]),
    Entry(
      nature: .otherCountries,
      words: [
        [
          "eea country", "country associated", "associated to", "non eu country", "third country",
          "candidate country", "association agreement", "negotiation",
        ]
      ], without: ["at least", "must be submitted", "minimum", "limited to", "controlled"],
      sections: [.eligibility]),
    Entry(
      nature: .registration,
      words: [["participant register", "register in", "validated by the central validation"]]),
    Entry(
      nature: .participation,
      words: [
        ["other entity", "affiliated entity", "associated partner", "subcontractor", "third party giving"],
        [
          "may participate", "may also participate", "participate in other", "other consortium role",
          "take part",
        ],
      ], without: ["at least"]),
    Entry(
      nature: .participation,
      words: [["affiliated entity", "associated partner"], ["do not count", "not count", "not counted"]]),
    Entry(
      nature: .thirdParties,
      words: [["support to third party", "per third party", "each third party", "to third party"]],
      without: ["at least"]),
    Entry(
      nature: .ethics,
      words: [["ethic", "eu value", "gender mainstreaming", "fundamental right", "ethical"]],
      without: ["at least"]),
    Entry(
      nature: .security,
      words: [
        [
          "classified", "euci", "security scrutiny", "sensitive information", "security rule",
          "security clearance",
        ]
      ], without: ["at least"]),
    Entry(
      nature: .activities,
      words: [
        ["eligible activity", "activity"],
        [
          "section 2", "set out in", "are the one", "not considered", "already", "complementary",
          "already receive", "funded",
        ],
      ], without: ["at least", "consortium"], sections: [.eligibility]),
    Entry(
      nature: .activities,
      words: [
        ["project"],
        [
          "should take into account", "should comply", "must comply with eu policy", "eu policy interest",
          "take into account the result",
        ],
      ], sections: [.eligibility]),
    Entry(
      nature: .activities,
      words: [["complementarity", "synergy"], ["describe", "described", "explain", "explained"]],
      without: ["at least"], sections: [.eligibility]),
    Entry(
      nature: .activities, words: [["relate to activity"], ["eligible country"]],
      without: ["at least", "outside"], sections: [.eligibility]),
    Entry(nature: .timing, words: [["extension"], ["possible"]], sections: [.eligibility, .legal]),
    Entry(
      nature: .reference,
      words: [
        [
          "for more information", "for the definition", "see also", "see section", "see list", "see below",
          "list of participating country", "for detail",
        ]
      ], without: ["must", "at least", "limited to"]),
  ]

  private static let admissibility: [Entry] = [
    Entry(
      nature: .pageLimit, words: [["page"], ["limited to", "maximum", "exceed", "page limit", "excess"]],
      sections: [.admissibility]),
    Entry(
      nature: .form,
      words: [
        ["proposal", "application", "annex", "form", "part b", "template", "document"],
        [
          "submitted", "submit", "complete", "readable", "printable", "form", "template", "mandatory",
          "electronically", "upload", "portal", "signature", "contain", "confirm", "supporting document",
          "declaration",
        ],
      ], sections: [.admissibility]),
    Entry(
      nature: .form,
      words: [
        [
          "mandate to act", "mandate", "honour", "cv", "annual activity report", "list of previous project",
          "timetable", "gantt", "calculator", "budget table",
        ]
      ], sections: [.admissibility]),
  ]

  private static let legal: [Entry] = [
    Entry(
      nature: .results,
      words: [
        [
          "intellectual property", "ownership", "transfer of", "exclusive licensing", "exploitation",
          "dissemination", "open access", "background", "result",
        ]
      ], without: ["at least", "must be established", "limited to legal entity"], sections: [.legal]),
    Entry(
      nature: .liability,
      words: [
        [
          "liability", "breach", "recovery", "reduced", "termination", "terminated", "non compliance",
          "joint and several", "sanction",
        ]
      ], sections: [.legal]),
    Entry(
      nature: .payments,
      words: [
        [
          "prefinancing", "pre financing", "payment", "paid", "reporting", "report", "certificate",
          "guarantee", "invoice", "balance", "interim",
        ]
      ], sections: [.legal]),
    Entry(
      nature: .timing,
      words: [
        [
          "starting date", "start date", "retroactive", "milestone", "deliverable", "kick off",
          "project duration", "duration",
        ]
      ], without: ["must not exceed", "at least"], sections: [.legal]),
    Entry(
      nature: .costs,
      words: [
        [
          "lump sum", "unit cost", "flat rate", "eligible cost", "cost category", "budget category",
          "personnel cost", "subcontracting", "purchase cost", "vat", "depreciation", "indirect cost",
          "travel", "cost eligibility", "actual cost", "contribution in kind", "in kind contribution", "cost",
          "financing", "mixed actual",
        ]
      ], sections: [.legal]),
    Entry(
      nature: .costs,
      words: [["profit"], ["declare their revenue", "not produce a profit", "surplus of revenue"]],
      sections: [.legal]),
    Entry(
      nature: .form,
      words: [["grant agreement", "grant will be", "model grant agreement", "data sheet", "portal"]],
      without: ["must be established", "at least", "limited to"], sections: [.legal]),
    Entry(
      nature: .results, words: [["communication", "visibility", "eu flag", "promot"]], sections: [.legal]),
    Entry(
      nature: .expectation,
      words: [
        [
          "award criterion", "evaluation", "threshold", "procedure", "score", "ranking", "trl",
          "technology readiness",
        ]
      ], sections: [.other]),
  ]
}
