import Foundation
import ParapetHashing
public import ParapetModel

/// A PDF from outside, as poppler's programs tell it: they run apart from this program, and under limits.
struct PDFFile {
  /// SHA-256 of its bytes, in hexadecimal.
  let hash: String
  let path: String
  private var isLimited = LimitedProgram.Limits()

  /// The most bytes of a file that is looked at; the Commission's longest has a thirtieth of it.
  static let mostBytes = 64 << 20
  /// The most pages; the longest part of a work programme has four hundred.
  static let mostPages = 1_000
  /// The fewest letters of a page, on the average, that are a text and no picture of one.
  static let fewestLetters = 40

  /// A file by its path.
  init(path: String) throws(CallDocumentError) {
    switch FileKind(of: path) {
    case .missing, .dangling: throw .notThere(path)
    case .folder, .pipe, .device: throw .notAFile(path)
    case .file: break
    }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    defer { try? handle.close() }
    var digest = SHA256Digest.Stream()
    var size = 0
    var isFirst = true
    while let block = try? handle.read(upToCount: 1 << 20), !block.isEmpty {
      size += block.count
      guard size <= PDFFile.mostBytes else { throw .refused(.tooLarge(path)) }
      if isFirst, block.prefix(1_024).range(of: Data("%PDF-".utf8)) == nil { throw .refused(.notAPDF(path)) }
      isFirst = false
      block.withUnsafeBytes { digest.update($0) }
    }
    guard !isFirst else { throw .refused(.notAPDF(path)) }
    hash = digest.finish()
    // A name that begins with a hyphen is none of a program's options.
    self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// What is known of it before its text.
  func properties() throws(CallDocumentError) -> [String: String] {
    let text: [UInt8] = try run("pdfinfo", ["-enc", "UTF-8", path])
    var properties: [String: String] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = String(line[..<colon])
      if properties[name] == nil { properties[name] = String(line[line.index(after: colon)...]).trimmed }
    }
    return properties
  }

  /// Its text, page by page, as it stands on the page.
  func pages() throws(CallDocumentError) -> (pages: [String], title: String?) {
    let properties = try properties()
    if let encrypted = properties["Encrypted"], encrypted.hasPrefix("yes"), encrypted.contains("copy:no") {
      throw .refused(.encrypted(path))
    }
    guard let count = properties["Pages"].flatMap({ Int($0) }), count > 0 else {
      throw .refused(.damaged(path))
    }
    guard count <= PDFFile.mostPages else { throw .refused(.tooLong(path, pages: count)) }
    let bytes: [UInt8] = try run("pdftotext", ["-layout", "-enc", "UTF-8", "-eol", "unix", path, "-"])
    var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if pages.last.map({ $0.allSatisfy(\.isWhitespace) }) ?? false, pages.count > count { pages.removeLast() }
    let letters = bytes.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    guard letters >= PDFFile.fewestLetters * pages.count else { throw .refused(.noText(path)) }
    return (pages, properties["Title"].flatMap { $0.isEmpty ? nil : $0 })
  }

  private func run(_ name: String, _ arguments: [String]) throws(CallDocumentError) -> [UInt8] {
    do throws(LimitedProgram.Mishap) {
      return try LimitedProgram(name: name, limits: isLimited).output(of: arguments)
    } catch {
      switch error {
      case .missing: throw .noPoppler
      case .overran, .tooMuch: throw .refused(.endless(path))
      case .failed(let code, let said):
        let isLocked = code == 3 || said.contains("Incorrect password")
        throw .refused(isLocked ? .encrypted(path) : .damaged(path))
      }
    }
  }
}

/// Why a document cannot be read at all.
public enum CallDocumentError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case notThere(String)
  /// A folder, a pipe or a device.
  case notAFile(String)
  /// The file cannot be opened.
  case unreadable(String)
  /// Poppler is not installed.
  case noPoppler
  /// The file is there and is nothing to read, for the reason that the finding tells.
  case refused(Diagnostic)

  /// The reason as a sentence without its full stop.
  public var said: Message {
    switch self {
    case .notThere(let path):
      Message(en: "there is nothing at '\(path)'", fr: "il n’y a rien à l’emplacement « \(path) »")
    case .notAFile(let path):
      Message(en: "'\(path)' is no file", fr: "« \(path) » n’est pas un fichier")
    case .unreadable(let path):
      Message(en: "'\(path)' cannot be read", fr: "« \(path) » ne peut pas être lu")
    case .noPoppler:
      Message(
        en: "pdfinfo and pdftotext are not installed; 'scripts/setup' installs poppler-utils",
        fr: "pdfinfo et pdftotext ne sont pas installés ; « scripts/setup » installe poppler-utils")
    case .refused(let finding): finding.said
    }
  }
}

extension Diagnostic {
  fileprivate static func refused(_ id: String, _ path: String, _ said: Message, _ advice: Message)
    -> Diagnostic
  {
    Diagnostic(.error, id: id, at: Place(file: path), said, suggestion: advice)
  }

  fileprivate static func notAPDF(_ path: String) -> Diagnostic {
    refused(
      "not-a-pdf", path, Message(en: "this is no PDF", fr: "ce n’est pas un PDF"),
      Message(
        en: "give the call document as the portal has it",
        fr: "donnez le document d’appel tel que le portail l’offre"))
  }

  fileprivate static func tooLarge(_ path: String) -> Diagnostic {
    refused(
      "document-too-large", path,
      Message(en: "the file is larger than 64 MiB", fr: "le fichier dépasse 64 Mio"),
      Message(en: "give the pages that are about the topic", fr: "donnez les pages qui portent sur le sujet"))
  }

  fileprivate static func tooLong(_ path: String, pages: Int) -> Diagnostic {
    refused(
      "document-too-long", path,
      Message(
        en: "the document has \(pages) pages; at most \(PDFFile.mostPages) are read",
        fr: "le document compte \(pages) pages ; \(PDFFile.mostPages) au plus sont lues"),
      Message(en: "give the part that is about the topic", fr: "donnez la partie qui porte sur le sujet"))
  }

  fileprivate static func encrypted(_ path: String) -> Diagnostic {
    refused(
      "encrypted-document", path,
      Message(
        en: "the document is encrypted or does not let its text be copied",
        fr: "le document est chiffré ou ne laisse pas copier son texte"),
      Message(
        en: "ask its publisher for one that is not", fr: "demandez à son éditeur un fichier qui ne l’est pas")
    )
  }

  fileprivate static func noText(_ path: String) -> Diagnostic {
    refused(
      "document-without-text", path,
      Message(
        en: "the pages hold pictures and no text; nothing is guessed from them",
        fr: "les pages sont des images sans texte ; rien n’en est deviné"),
      Message(
        en: "run it through text recognition, or give the original",
        fr: "passez-le par une reconnaissance de texte, ou donnez l’original"))
  }

  fileprivate static func damaged(_ path: String) -> Diagnostic {
    refused(
      "damaged-document", path,
      Message(en: "the document is damaged", fr: "le document est endommagé"),
      Message(en: "fetch it again", fr: "téléchargez-le à nouveau"))
  }

  static func endless(_ path: String) -> Diagnostic {
    refused(
      "endless-document", path,
      Message(
        en: "reading the document takes more time, memory or output than is allowed, and was ended",
        fr: "la lecture du document dépasse le temps, la mémoire ou la sortie permis, et a été arrêtée"),
      Message(en: "give the original of its publisher", fr: "donnez l’original de son éditeur"))
  }
}
