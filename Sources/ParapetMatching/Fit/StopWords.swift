/// Words of English and French that say nothing of a subject, and words that every call uses.
enum StopWords {
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes: Set<UInt64> = {
    var hashes: Set<UInt64> = []
    Words.forEach(in: words) { hashes.insert($0.hash) }
    return hashes
  }()

  private static let words = """
    the and for with from into that this these those are was were will can our your its their not all any each
    more most other such than then they them which who whose when where while what how has have had been being
    about after also among between both but during over under within without through per via
    les des une aux dans pour par sur avec sans sous entre vers chez mais donc que qui quoi dont est sont ont
    être avoir leur leurs nos notre vos votre ses son cette ces cet tout tous toute toutes plus moins autre
    autres ainsi afin lors dès depuis pendant selon ainsi que d'une l'un comme même
    project projects projet projets action actions call calls appel proposal proposals programme programmes
    european europe europeen union eu open topic topics support new nouveau nouvelle nouvelles année year years
    public publics publique publiques place places security sécurité
    city cities ville villes town municipal municipale local locale locaux
    """
}
