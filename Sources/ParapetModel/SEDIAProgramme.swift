/// The portal's numbers of Union programmes, and their codes in the list of the Publications Office.
///
/// The portal publishes no key to its numbers. They are those on which public readers of the index agree; the
/// codes are assigned by us, and a programme that the list lacks keeps the portal's number.
package enum SEDIAProgramme {
  /// The programme of a number; an unknown number is kept as it is.
  package static func coded(_ number: String) -> Coded {
    guard let (code, label) = table[number] else { return Coded(code: number) }
    guard let code else { return Coded(code: number, label: label) }
    return Coded(code: code, vocabulary: vocabulary, label: label)
  }

  /// The programme of an abbreviation, as links into the portal name it; an unknown one is kept as it is.
  package static func abbreviated(_ short: String) -> Coded {
    numbers[short.uppercased()].map(coded) ?? Coded(code: short)
  }

  /// The numbers that are known, in their order, with the names of their programmes.
  package static var numbered: [(value: String, words: String)] {
    table.map { ($0.key, $0.value.label) }.sorted { $0.0 < $1.0 }
  }

  private static let vocabulary = "http://publications.europa.eu/resource/authority/eu-programme"

  private static let table: [String: (code: String?, label: String)] = [
    "43108390": ("HORIZONEU", "Horizon Europe"),
    "43152860": ("DIGITALEU", "Digital Europe Programme"),
    "43252368": ("ISF_2021", "Internal Security Fund"),
    "43251589": ("CERV", "Citizens, Equality, Rights and Values"),
    "43252386": ("JUSTICE", "Justice Programme"),
    "43298203": ("RESCEU", "Union Civil Protection Mechanism"),
    "43252405": ("LIFE_2021", "LIFE"),
    "43353764": ("ERASMUS_PLUS", "Erasmus+"),
    "43251814": ("CREATIVEEU", "Creative Europe"),
    "43251567": ("CEF_2021", "Connecting Europe Facility"),
    "43252476": ("SINGLEMKT", "Single Market Programme"),
    "44181033": ("EDF", "European Defence Fund"),
    "43251447": ("AMIF", "Asylum, Migration and Integration Fund"),
    "43251530": ("BMVI", "Border Management and Visa Policy Instrument"),
    "43251842": ("ANTIFRAUD", "Union Anti-fraud Programme"),
    "43254037": ("ESC_2021", "European Solidarity Corps"),
    "43254019": ("ESF_PLUS", "European Social Fund+"),
    "43392145": ("EMFAF", "European Maritime, Fisheries and Aquaculture Fund"),
    "43089234": ("IF", "Innovation Fund"),
    "44773066": ("PSLF_JTM2021", "Just Transition Mechanism"),
    "45876777": ("NDICI", "Neighbourhood, Development and International Cooperation"),
    "43252433": ("PERICLES", "Pericles IV"),
    "43298916": ("EURATOM_21_27", "Euratom"),
    "43298664": (nil, "Promotion of Agricultural Products"),
    "44416173": (nil, "Interregional Innovation Investments"),
    "43637601": (nil, "Pilot Projects and Preparatory Actions"),
    "43252517": (nil, "Social Prerogative Lines"),
    "43253967": (nil, "Renewable Energy Financing Mechanism"),
    "43252449": (nil, "Research Fund for Coal and Steel"),
    "45532249": (nil, "EU Bodies and Agencies"),
    "43697167": (nil, "European Parliament"),
    "44773133": (nil, "Information Measures for Cohesion policy"),
    "43251882": (nil, "Information Measures for the CAP"),
    "111111": (nil, "EU External Action"),
  ]

  /// The portal's numbers by the abbreviations on which the same readers agree.
  private static let numbers = [
    "HORIZON": "43108390", "DIGITAL": "43152860", "ISF": "43252368", "CERV": "43251589", "JUST": "43252386",
    "UCPM": "43298203", "LIFE": "43252405", "ERASMUS": "43353764", "CREA": "43251814", "CEF": "43251567",
    "SMP": "43252476", "EDF": "44181033", "AMIF": "43251447", "BMVI": "43251530", "EUAF": "43251842",
    "ESC": "43254037", "ESF": "43254019", "EMFAF": "43392145", "INNOVFUND": "43089234", "JTM": "44773066",
    "NDICI": "45876777", "PERI": "43252433", "EURATOM": "43298916", "AGRIP": "43298664", "I3": "44416173",
    "PPPA": "43637601", "SOCPL": "43252517", "RENEWFM": "43253967", "RFCS": "43252449", "EUBA": "45532249",
    "EP": "43697167", "IMREG": "44773133", "IMCAP": "43251882",
  ]
}
