import ParapetModel

extension Places {
  /// The path of a catalogue, where it is one that a desk can open; an address may hold a password, and is not repeated.
  ///
  /// - Throws: `Failure`, `misuse`, where the path is none of a file.
  public static func store(at path: String) throws(Failure) -> String {
    if let scheme = path.firstRange(of: "://").map({ path[..<$0.lowerBound].lowercased() }),
      scheme.allSatisfy(\.isLetter)
    {
      throw Failure(
        .misuse,
        scheme.hasPrefix("postgres")
          ? Message(
            en: "a catalogue in PostgreSQL is not supported by this version; name a file with --store",
            fr:
              "cette version ne prend pas en charge un catalogue dans PostgreSQL ; nommez un fichier par --store"
          )
          : Message(
            en: "'\(scheme):' is no kind of catalogue; name a file with --store",
            fr: "« \(scheme): » n’est pas une sorte de catalogue ; nommez un fichier par --store"))
    }
    guard path != ":memory:" else {
      throw Failure(
        .misuse,
        Message(
          en: "':memory:' is a catalogue that is gone when the command ends; name a file with --store",
          fr: "« :memory: » est un catalogue qui disparaît avec la commande ; nommez un fichier par --store"))
    }
    return path
  }
}
