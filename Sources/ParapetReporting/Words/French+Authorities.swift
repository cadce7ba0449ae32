extension French {
  func authority(_ name: String, programme: String?, number: String?, page: String?) -> String {
    named(name, [programme, number, page])
  }

  func unreadAuthority(programme: String?) -> String {
    "l’autorité de gestion "
      + (programme.map { "de " + quoted($0) } ?? "du programme")
      + ", qu’aucune source lue ne nomme"
  }
}
