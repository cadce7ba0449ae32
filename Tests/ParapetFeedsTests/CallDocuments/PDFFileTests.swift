import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("PDFs from outside")
struct PDFFileTests {
  private func refusal(of bytes: Data, topics: [String] = []) throws -> String {
    let path = NSTemporaryDirectory() + "parapet-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try bytes.write(to: URL(filePath: path))
    do {
      _ = try CallDocumentReader(path: path).read(topics: topics)
      return "read"
    } catch CallDocumentError.refused(let finding) {
      #expect(finding.place.file == path)
      return finding.id
    }
  }

  @Test("a document comes back page by page, word for word")
  func roundTrip() throws {
    let path = NSTemporaryDirectory() + "parapet-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TinyPDF(SampleCall.text).bytes.write(to: URL(filePath: path))
    let document = try CallDocumentReader(path: path).read(topics: []).document
    #expect(document.pages == 8 && document.topics.count == 2)
    #expect(document.topics.allSatisfy { $0.isWhole })
    #expect(document.hash.utf8.count == 64)
  }

  @Test("the fixture of other tests is what the writer writes")
  func fixture() throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/call.pdf")
    let written = TinyPDF(SampleCall.text).bytes
    if ProcessInfo.processInfo.environment["PARAPET_WRITE_GOLDENS"] == "1" { try written.write(to: place) }
    #expect(try Data(contentsOf: place) == written)
  }

  @Test("pages without text are pictures")
  func scanned() throws {
    #expect(try refusal(of: TinyPDF(pages: [[], [""], []]).bytes) == "document-without-text")
  }

  @Test("what is no PDF is refused, and so is half of one")
  func damaged() throws {
    #expect(try refusal(of: Data("<html>404</html>".utf8)) == "not-a-pdf")
    #expect(try refusal(of: Data()) == "not-a-pdf")
    #expect(try refusal(of: Data("%PDF-1.4\n1 0 obj\n<< /Type".utf8)) == "damaged-document")
  }

  @Test("an encrypted document is refused")
  func encrypted() throws {
    var file = TinyPDF(SampleCall.text)
    let zeros = String(repeating: "00", count: 32)
    file.encryption = "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <\(zeros)> /U <\(zeros)> >>"
    #expect(try refusal(of: file.bytes) == "encrypted-document")
  }

  @Test("two thousand pages are too many")
  func long() throws {
    let pages = Array(repeating: ["The same page again and again, of words that nobody reads."], count: 2_000)
    #expect(try refusal(of: TinyPDF(pages: pages).bytes) == "document-too-long")
  }

  @Test("text of another kind is no call document")
  func other() throws {
    let letter = Array(repeating: "Dear colleagues, please find below the minutes of our meeting.", count: 40)
    #expect(try refusal(of: TinyPDF(pages: [letter]).bytes) == "unknown-document")
  }

  @Test("a pipe, a folder and nothing are no files")
  func noFile() {
    #expect(throws: CallDocumentError.notThere("/nowhere.pdf")) {
      try CallDocumentReader(path: "/nowhere.pdf")
    }
    #expect(throws: CallDocumentError.notAFile("/tmp")) { try CallDocumentReader(path: "/tmp") }
    #expect(throws: CallDocumentError.notAFile("/dev/zero")) { try CallDocumentReader(path: "/dev/zero") }
  }

  @Test("a name that looks like an option or a command is a name")
  func names() throws {
    let folder = NSTemporaryDirectory() + "parapet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["-layout.pdf", "a b;touch x.pdf", "$(touch y).pdf", "é.pdf"] {
      let path = folder + "/" + name
      try TinyPDF(SampleCall.text).bytes.write(to: URL(filePath: path))
      #expect(try CallDocumentReader(path: path).read(topics: []).document.topics.count == 2)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
  }

  @Test("a program that goes on is ended, and what it wrote too much of is dropped")
  func limits() {
    var endless = LimitedProgram(name: "sleep")
    endless.limits.seconds = 1
    #expect(throws: LimitedProgram.Mishap.overran) { try endless.output(of: ["20"]) }
    var wordy = LimitedProgram(name: "yes")
    wordy.limits.output = 1 << 16
    #expect(throws: LimitedProgram.Mishap.tooMuch) { try wordy.output(of: []) }
    #expect(throws: LimitedProgram.Mishap.missing) {
      try LimitedProgram(name: "parapet-no-such-program").output(of: [])
    }
  }
}
