/// What a city is called in files and lists: small letters, figures and hyphens.
public enum CityIdentifier {
  /// One made of a name, without its accents; `city` where the name has no letter of the Latin alphabet.
  public static func made(of name: String) -> String {
    let parts = FoldedName.folded(name).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return parts.isEmpty ? "city" : parts.joined(separator: "-")
  }
}
