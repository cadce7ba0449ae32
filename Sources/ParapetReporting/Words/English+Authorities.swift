extension English {
  func authority(_ name: String, programme: String?, number: String?, page: String?) -> String {
    named(name, [programme, number, page])
  }

  func unreadAuthority(programme: String?) -> String {
    "the managing authority of " + (programme.map(quoted) ?? "the programme")
      + ", which no source was read to name"
  }
}
