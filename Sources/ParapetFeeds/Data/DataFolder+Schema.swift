import Foundation
public import ParapetModel

extension DataFolder {
  /// What of its files is not as the schema in its folder `schema` wants it, file by file; nothing where it has none.
  ///
  /// A file that `read()` has found an error in is left out: that says the same in words for people.
  ///
  /// - Parameter known: what `read()` has found.
  public func schemaFindings(besides known: [Diagnostic]) throws(DataFolderError) -> [Diagnostic] {
    let validator: SchemaValidator
    do throws(SchemaValidatorError) {
      validator = try SchemaValidator(folder: path + "/schema")
    } catch {
      switch error {
      case .notFound: return []
      case .malformed(let folder, _): return [.malformedSchema(error, in: folder)]
      }
    }
    let faulty = Set(known.filter { $0.severity == .error }.map(\.place.file))
    var findings: [Diagnostic] = []
    for folder in [".", "words", "instruments", "calls", "proposals", "practices"] {
      for file in try files(in: folder) where !faulty.contains(file.name) {
        findings += file.bytes.withUnsafeBytes { validator.validate($0, file: file.name) }
      }
    }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func malformedSchema(_ error: SchemaValidatorError, in folder: String) -> Diagnostic {
    Diagnostic(.error, id: "malformed-schema", at: Place(file: folder), Message(error.description))
  }
}
