import Foundation
import ParapetFeeds
import ParapetInput
public import ParapetModel
import ParapetPlanning

/// What cities did, near an item of a city or all of it.
public struct PracticeList: Sendable {
  /// The practices, the nearest first.
  public var practices: [GoodPractice]
  /// The city that asks, where one does.
  public var city: Portfolio?
  /// The item that they are near to.
  public var item: Item?
}

/// A pack of a city's practices, as it is written.
public struct PracticePage: Sendable {
  /// Its bytes.
  public var text: String
  /// Where it is, where it was taken in.
  public var path: String?
  /// Whether something of it was refused.
  public var isPartial: Bool
}

extension Inquiry {
  /// The practices that are known, of the data folder and of the packs that a city has taken in; with an item those that
  /// share a measure with it, the nearest first.
  public func practices(
    of folder: String? = nil, near name: String? = nil
  ) throws(Failure) -> PracticeList {
    try Failure.on {
      guard let folder else {
        guard name == nil else {
          throw Failure(
            .misuse,
            Message(
              en: "an item is one of a portfolio: name its folder first",
              fr: "un projet appartient à un portefeuille : nommez d’abord son dossier"))
        }
        return PracticeList(practices: desk.data.goodPractices)
      }
      let city = try portfolio(folder)
      let known = desk.data.goodPractices + (try takenIn(folder))
      guard let name else { return PracticeList(practices: known, city: city) }
      guard let item = city.items.first(where: { $0.id == name }) else {
        throw Failure.unknownItem(name, in: [city])
      }
      return PracticeList(
        practices: GoodPractice.nearest(to: item, in: city.records, among: known), city: city, item: item)
    }
  }

  /// The pack of what a city tells others: `practices.xml` of its folder, checked and written in the one way that packs
  /// are written.
  public func exportedPractices(of folder: String) throws(Failure) -> PracticePage {
    try Failure.on {
      let city = try portfolio(folder)
      let path = folder + "/practices.xml"
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw Failure(
          .notThere,
          Message(
            en: "'\(path)' is not there; a city writes there what it tells others",
            fr: "« \(path) » n’existe pas ; une ville y écrit ce qu’elle raconte aux autres"))
      }
      return try page(bytes, file: path, owner: city.city.id)
    }
  }

  /// Takes a pack of another city in, as a file of the folder `practices` in the city's own.
  public func importedPractices(_ file: String, into folder: String) throws(Failure) -> PracticePage {
    try Failure.on {
      guard FileManager.default.fileExists(atPath: folder + "/city.yaml") else {
        throw Failure(
          .notThere,
          Message(
            en: "'\(folder)' is no portfolio: it has no city.yaml",
            fr: "« \(folder) » n’est pas un portefeuille : il n’a pas de city.yaml"))
      }
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw Failure(.notThere, Message(en: "'\(file)' is not there", fr: "« \(file) » n’existe pas"))
      }
      let (pack, findings) = PracticePack.read(bytes, file: file)
      tell(.findings(findings))
      guard let pack, !pack.practices.isEmpty else {
        throw Failure(
          .unusable,
          Message(en: "'\(file)' is no pack of practices", fr: "« \(file) » n’est pas un paquet de pratiques")
        )
      }
      guard pack.owner.utf8.allSatisfy(\.isPlainName) else {
        throw Failure(
          .unusable,
          Message(
            en: "'\(file)' names an owner that is no short name of small letters, digits and hyphens",
            fr:
              "« \(file) » nomme un propriétaire qui n’est pas un nom court en minuscules, chiffres et traits d’union"
          ))
      }
      var page = PracticePage(text: pack.text, isPartial: !findings.isEmpty)
      let place = folder + "/practices"
      do {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      } catch {
        throw Failure(
          .unwritable,
          Message(
            en: "the folder '\(place)' cannot be made", fr: "le dossier « \(place) » ne peut pas être créé"))
      }
      let path = place + "/" + pack.owner + ".xml"
      try OutputFile(path: path).write(Array(page.text.utf8))
      page.path = path
      return page
    }
  }

  private func page(_ bytes: Data, file: String, owner: String) throws -> PracticePage {
    guard bytes.count <= PortfolioReader.largestTable else {
      throw Failure(.unusable, Message(en: "'\(file)' is too large", fr: "« \(file) » est trop grand"))
    }
    let (pack, findings) = PracticePack.read(bytes, file: file, owner: owner)
    tell(.findings(findings))
    guard let pack, !pack.practices.isEmpty else {
      throw Failure(
        .unusable,
        Message(en: "'\(file)' holds no practice", fr: "« \(file) » ne contient aucune pratique"))
    }
    return PracticePage(text: pack.text, isPartial: !findings.isEmpty)
  }

  /// The practices of the packs that a city has taken in.
  private func takenIn(_ folder: String) throws -> [GoodPractice] {
    let place = folder + "/practices"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return [] }
    var practices: [GoodPractice] = []
    for name in names.sorted() where name.hasSuffix(".xml") && !name.hasPrefix(".") {
      guard let bytes = FileManager.default.contents(atPath: place + "/" + name) else { continue }
      let (pack, findings) = PracticePack.read(bytes, file: place + "/" + name)
      tell(.findings(findings))
      practices += pack?.practices ?? []
    }
    return practices
  }
}

extension UInt8 {
  /// Whether it is a small letter, a digit or a hyphen.
  fileprivate var isPlainName: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || self == UInt8(ascii: "-")
  }
}
