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
  private var sentence: String

  init(_ kind: Class, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }

  /// The reason as a sentence without its full stop; limits are named in the language.
  public func message(in language: Language = .english) -> String {
    let words = Words.make(Vocabulary(language: language))
    return sentence + clash.map { words.constraint($0) }.joined(separator: "; ")
  }

  /// The same as a finding, where one of several inputs should not spoil the others.
  public func finding(about input: String) -> Diagnostic {
    let id =
      switch kind {
      case .notThere: "input-not-there"
      case .unreachable: "input-unreachable"
      case .misuse, .unusable, .unwritable, .busy, .fault: "input-unusable"
      }
    return Diagnostic(.error, id: id, at: Diagnostic.Place(file: input), message())
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
    let near = Diagnostic.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
    return Failure(
      .misuse, "there is no item '\(name)'\(near ?? "; there are \(names.joined(separator: ", "))")")
  }

  /// An opportunity that is not on offer.
  static func unknownOpportunity(_ name: String, among names: [String]) -> Failure {
    let near = Diagnostic.nearest(to: name, among: names)
    return Failure(
      .misuse, "nothing on offer is called '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
