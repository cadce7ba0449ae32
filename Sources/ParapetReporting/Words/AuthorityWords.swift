/// The words about those who manage money for Member States, in a language.
public protocol AuthorityWords {
  /// An authority by its name, with the programme, its number and its page as far as they are known.
  func authority(_ name: String, programme: String?, number: String?, page: String?) -> String
  /// An authority that no source was read to name, of a programme by its title where that is known.
  func unreadAuthority(programme: String?) -> String
}

extension AuthorityWords {
  /// A name with what else is known behind it in brackets.
  func named(_ name: String, _ others: [String?]) -> String {
    let stated = others.compactMap(\.self)
    return stated.isEmpty ? name : name + " (" + stated.joined(separator: ", ") + ")"
  }
}
