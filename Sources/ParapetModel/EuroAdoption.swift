/// A currency that became the euro: its days, and the rate that was fixed for ever.
///
/// Amounts are divided by the rate with all its six figures; neither a rounded rate nor its inverse may be used
/// (Regulation (EC) No 1103/97, Art. 4).
public struct EuroAdoption: Hashable, Sendable {
  /// The currency that ended.
  public let currency: Currency
  /// Its first day under this code, where that lies after 1990.
  public let firstDay: Day?
  /// The last day on which it was a currency of its own.
  public let lastDay: Day
  /// What one euro is worth in it.
  public let rate: ExchangeRate
  /// The regulation of the Council that fixes the rate.
  public let citation: Citation

  /// The first day of the euro.
  public var firstDayOfEuro: Day { lastDay.adding(days: 1) }

  /// What became of a currency, or nothing where it is one still.
  public static func of(_ currency: Currency) -> EuroAdoption? { all[currency] }

  /// All currencies that became the euro, by code.
  public static let all: [Currency: EuroAdoption] = {
    var all: [Currency: EuroAdoption] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ").map { String($0) }
      guard parts.count == 5, let currency = Currency(parts[0]), let lastDay = Day(parts[2]),
        let rate = ExchangeRate(parts[3])
      else { continue }
      all[currency] = EuroAdoption(
        currency: currency, firstDay: Day(parts[1]), lastDay: lastDay, rate: rate,
        citation: Citation(grade: .law, source: "CELEX:" + parts[4], validFrom: lastDay.adding(days: 1)))
    }
    return all
  }()

  /// Code, first day, last day, rate, and the regulation: that of 1998 (Art. 1), or the one that adds a line to it.
  private static let table = """
    ATS - 1998-12-31 13.7603 31998R2866
    BEF - 1998-12-31 40.3399 31998R2866
    DEM - 1998-12-31 1.95583 31998R2866
    ESP - 1998-12-31 166.386 31998R2866
    FIM - 1998-12-31 5.94573 31998R2866
    FRF - 1998-12-31 6.55957 31998R2866
    IEP - 1998-12-31 0.787564 31998R2866
    ITL - 1998-12-31 1936.27 31998R2866
    LUF - 1998-12-31 40.3399 31998R2866
    NLG - 1998-12-31 2.20371 31998R2866
    PTE - 1998-12-31 200.482 31998R2866
    GRD - 2000-12-31 340.750 32000R1478
    SIT 1991-10-08 2006-12-31 239.640 32006R1086
    CYP - 2007-12-31 0.585274 32007R1135
    MTL - 2007-12-31 0.429300 32007R1134
    SKK 1993-02-08 2008-12-31 30.1260 32008R0694
    EEK 1992-06-20 2010-12-31 15.6466 32010R0671
    LVL 1993-03-05 2013-12-31 0.702804 32013R0870
    LTL 1993-06-25 2014-12-31 3.45280 32014R0851
    HRK 1994-05-30 2022-12-31 7.53450 32022R1208
    BGN 1999-07-05 2025-12-31 1.95583 32025R1409
    """
}
