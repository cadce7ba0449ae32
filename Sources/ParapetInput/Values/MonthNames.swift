/// The months by their names and the ways to shorten them in English, French, German, Dutch, Polish, Italian and Spanish.
enum MonthNames {
  /// The number of a month, or nothing where no language has the word.
  static func number(of word: some StringProtocol) -> Int? {
    months[word.lowercased().filter { $0 != "." }]
  }

  /// Names of each month by language; what two languages share stands once. Polish dates take the genitive.
  private static let names: [[String]] = [
    [
      "january", "jan", "janvier", "janv", "januar", "jänner", "jän", "januari", "styczeń", "stycznia", "sty",
      "gennaio", "gen", "enero", "ene",
    ],
    [
      "february", "feb", "février", "fevrier", "févr", "fév", "februar", "februari", "luty", "lutego", "lut",
      "febbraio", "febrero",
    ],
    ["march", "mar", "mars", "märz", "maerz", "mär", "maart", "mrt", "marzec", "marca", "marzo"],
    ["april", "apr", "avril", "avr", "kwiecień", "kwietnia", "kwi", "aprile", "abril", "abr"],
    ["may", "mai", "mei", "maj", "maja", "maggio", "mag", "mayo"],
    ["june", "jun", "juin", "juni", "czerwiec", "czerwca", "cze", "giugno", "giu", "junio"],
    ["july", "jul", "juillet", "juil", "juli", "lipiec", "lipca", "lip", "luglio", "lug", "julio"],
    ["august", "aug", "août", "aout", "augustus", "sierpień", "sierpnia", "sie", "agosto", "ago"],
    [
      "september", "sep", "sept", "septembre", "wrzesień", "września", "wrz", "settembre", "set",
      "septiembre",
    ],
    [
      "october", "oct", "octobre", "oktober", "okt", "październik", "października", "paź", "ottobre", "ott",
      "octubre",
    ],
    ["november", "nov", "novembre", "listopad", "listopada", "lis", "noviembre"],
    [
      "december", "dec", "décembre", "decembre", "déc", "dezember", "dez", "grudzień", "grudnia", "gru",
      "dicembre",
      "dic", "diciembre",
    ],
  ]

  private static let months = Dictionary(
    names.enumerated().flatMap { number, words in words.map { ($0, number + 1) } },
    uniquingKeysWith: { first, _ in first })
}
