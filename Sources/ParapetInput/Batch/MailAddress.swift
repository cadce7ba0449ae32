/// An address of a mailbox, as far as it can be told without asking its server.
enum MailAddress {
  /// The longest address (RFC 5321, 4.5.3.1.3, less the angle brackets).
  private static let longest = 254

  /// The address as it goes into a header, or nothing where it cannot be one: a name, `@` and a domain of printable
  /// characters. A domain with letters beyond ASCII is kept; whoever hands the mail on writes it as the DNS has it.
  static func checked(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= longest, parts.count == 2, let local = parts.first, let domain = parts.last
    else {
      return nil
    }
    let atoms = local.split(separator: ".", omittingEmptySubsequences: false)
    guard !atoms.contains(where: \.isEmpty), local.unicodeScalars.allSatisfy(isOfAtom) else { return nil }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard
      labels.allSatisfy({ label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isAlphabetic || isDigit($0) }
      })
    else { return nil }
    return text
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isOfAtom(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "." || isDigit(scalar) { return true }
    if scalar.isASCII, scalar.properties.isAlphabetic { return true }
    return "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
  }
}
