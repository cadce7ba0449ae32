public import ParapetModel

/// What the folder of our own facts holds: instruments, calls, measures, words, and what is wrong with them.
public struct FundingData: Hashable, Sendable {
  /// The instruments, in the order of their files.
  public var instruments: [Opportunity] = []
  /// The known calls and topics, in the order of their files.
  public var calls: [Opportunity] = []
  /// Instruments that are proposed and not yet law; nothing is judged by them.
  public var proposals: [Opportunity] = []
  /// The taxonomy of measures.
  public var measures = MeasureCatalogue()
  /// What practitioners usually expect an instrument to pay for.
  public var expectations: [UsualReading] = []
  /// What measures have cost elsewhere.
  public var benchmarks: [Benchmark] = []
  /// When the money of grants comes, and which may not stand side by side.
  public var practice = GrantPractice()
  /// What the law of a country adds to the rules of a grant.
  public var national = NationalRules()
  /// What has to be done before an application, in the order of the file.
  public var steps: [PreparationStep] = []
  /// Whom to ask for money under shared management.
  public var authorities = AuthorityBook()
  /// The words in which a city assesses its sites and tells how its work goes on.
  public var frame = SecurityFrame()
  /// What cities did, from public sources.
  public var goodPractices: [GoodPractice] = []
  /// Rates of exchange that are shipped, for those who have read none themselves.
  public var rates: [ExchangeRates] = []
  /// The data words by language.
  public var vocabularies: [Language: Vocabulary] = [:]
  /// What was found, by file and line.
  public var diagnostics: [Diagnostic] = []

  /// Data without anything.
  public init() {}

  /// The instruments, then the calls.
  public var opportunities: [Opportunity] { instruments + calls }
}
