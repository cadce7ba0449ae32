import ParapetModel

extension French {
  func note(_ note: UnreadNote) -> String {
    switch note {
    case .title(let count):
      return "\(self.count(count, "cellule ou ligne", "cellules ou lignes")) du portefeuille "
        + (count > 1 ? "n’ont pu être lues" : "n’a pu être lue")
    case .meaning(let mark):
      return
        "Ce qui repose dessus n’est pas connu en entier\u{A0}: ces chiffres portent la marque \(mark.trimmed) (partiel). "
        + "Corrigez les cellules et reposez la question."
    case .place(let place):
      if place.sheet != nil { return place.name }
      return place.file + (place.line.map { ", ligne \($0)" } ?? "")
        + (place.column.map { ", colonne \($0)" } ?? "")
    case .more(let count): return "… et \(number(count)) de plus"
    case .notRead: return "écrit, mais pas lu"
    case .measure(let isRefused, let suggested):
      let question =
        isRefused
        ? "De quelle mesure s’agit-il\u{A0}? Ce qui est écrit n’a pu être lu\u{A0}: ce qui peut la payer reste ouvert."
        : "De quelle mesure s’agit-il\u{A0}? Aucune n’est indiquée\u{A0}: ce qui peut la payer reste ouvert."
      return suggested.isEmpty ? question : "\(question) Ses mots font penser à\u{A0}: \(or(suggested))."
    }
  }
}
