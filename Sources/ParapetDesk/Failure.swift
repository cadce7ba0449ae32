public import ParapetModel
public import ParapetPlanning
import ParapetReporting

/// Why a question has no answer.
public struct Failure: Error, Hashable, Sendable {
  /// Whose turn it is to do something about it.
  public enum Class: String, Hashable, Sendable, CaseIterable {
    /// The question is wrong: it names what is not there, or several at once.
    case misuse
    /// The input is there and cannot be used.
    case unusable
    /// The input is not there.
    case notThere
    /// The store or the network cannot be reached.
    case unreachable
    /// Something cannot be written.
    case unwritable
    /// Somebody else is writing; later it will do.
    case busy
    /// A fault of the program, caught.
    case fault
  }

  /// Its class.
  public var kind: Class
  /// The limits that clash, where the reason is that no plan keeps them all.
  public var clash: [PlanConstraint] = []
  private var sentence: Message

  init(_ kind: Class, _ sentence: Message) {
    self.kind = kind
    self.sentence = sentence
  }

  /// The reason as a sentence without its full stop; limits are named in the language.
  public func message(in language: Language = .english) -> String {
    let words = Words.make(Vocabulary(language: language))
    return sentence[language] + clash.map { words.constraint($0) }.joined(separator: "; ")
  }

  /// The same as a finding, where one of several inputs should not spoil the others.
  public func finding(about input: String) -> Diagnostic {
    let id =
      switch kind {
      case .notThere: "input-not-there"
      case .unreachable: "input-unreachable"
      case .misuse, .unusable, .unwritable, .busy, .fault: "input-unusable"
      }
    return Diagnostic(
      .error, id: id, at: Diagnostic.Place(file: input),
      Message(en: message(in: .english), fr: message(in: .french)))
  }

  /// Does work whose every error becomes a failure.
  static func on<Value>(_ work: () throws -> Value) throws(Failure) -> Value {
    do {
      return try work()
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// An item that no portfolio has.
  static func unknownItem(_ name: String, in cities: [Portfolio]) -> Failure {
    let names = cities.flatMap { $0.items.map(\.id) }
    let list = names.joined(separator: ", ")
    return Failure(
      .misuse,
      Message(en: "there is no item '\(name)'", fr: "il n’y a pas de projet « \(name) »").followed(
        by: Diagnostic.nearest(to: name, among: names).map { .didYouMean($0) }
          ?? Message(en: "there are \(list)", fr: "il y a \(list)")))
  }

  /// An opportunity that is not on offer.
  static func unknownOpportunity(_ name: String, among names: [String]) -> Failure {
    let near = Diagnostic.nearest(to: name, among: names)
    return Failure(
      .misuse,
      Message(
        en: "nothing on offer is called '\(name)'", fr: "rien de ce qui est proposé ne s’appelle « \(name) »"
      ).followed(by: near.map { .didYouMean($0) }))
  }
}

extension Message {
  /// The sentence and, behind a semicolon, another where there is one.
  func followed(by other: Message?) -> Message {
    guard let other else { return self }
    return Message(en: english + "; " + other.english, fr: french + " ; " + other.french)
  }

  /// What is said of a fault of ours.
  static func fault(_ what: String) -> Message {
    Message(
      en: "a fault of parapet, please report it: " + what, fr: "une erreur de parapet, à signaler : " + what)
  }

  /// What is said of a file that cannot be written; the reason is the system's own.
  static func unwritable(_ path: String, _ reason: String) -> Message {
    Message(
      en: "'\(path)' cannot be written: \(reason)",
      fr: "« \(path) » ne peut pas être écrit ; le système dit : « \(reason) »")
  }

  /// What is said of a folder that cannot be made.
  static func noFolder(_ path: String, _ reason: String? = nil) -> Message {
    Message(
      en: "the folder '\(path)' cannot be made" + (reason.map { ": " + $0 } ?? ""),
      fr: "le dossier « \(path) » ne peut pas être créé"
        + (reason.map { " ; le système dit : « \($0) »" } ?? ""))
  }
}
