import Foundation
import ParapetModel
public import ParapetReporting

extension Desk {
  /// The bytes of a document in a form that a library or another program makes.
  ///
  /// - Parameter annex: whether what a page folds is printed too.
  /// - Throws: `Failure`: `unwritable` where there is no room, `unreachable` where what prints is not installed.
  public func bytes(
    of document: any Document, as format: DocumentFormat, _ form: DocumentForm, _ words: any Sentences
  ) throws(Failure) -> [UInt8] {
    switch format {
    case .text, .csv, .json, .html: return Array(form.render(document, words).utf8)
    case .xlsx: return try workbook(document.workbook(in: words))
    case .pdf:
      var page = form
      page.format = .html
      return try Printer(program: places.printer, scratch: places.scratch)
        .print(page.render(document, words))
    }
  }

  private func workbook(_ workbook: DocumentWorkbook) throws(Failure) -> [UInt8] {
    let path = places.scratch + "/parapet-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    do throws(WorkbookFile.WritingError) {
      try WorkbookFile.write(workbook, to: path)
    } catch {
      throw Failure(
        .unwritable,
        Message(
          en: "the workbook cannot be written: \(error.reason)",
          fr: "le classeur ne peut pas être écrit : \(error.reason)"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .unwritable,
        Message(
          en: "the workbook cannot be written: '\(places.scratch)' gives nothing back",
          fr: "le classeur ne peut pas être écrit : « \(places.scratch) » ne rend rien"))
    }
    return [UInt8](data)
  }
}
