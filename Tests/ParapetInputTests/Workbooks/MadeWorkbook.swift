import CLibZip
import Foundation
import Testing

/// A workbook put together entry by entry, as spreadsheet programs and attackers do.
struct MadeWorkbook {
  /// The entries by name.
  var entries: [(name: String, bytes: [UInt8])] = []

  /// A workbook of Excel with sheets given as the contents of `sheetData`.
  static func excel(
    _ sheets: [(name: String, rows: String)], texts: String = "", styles: String = "",
    since1904: Bool = false,
    prolog: String = "", state: String = "visible"
  ) -> MadeWorkbook {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var made = MadeWorkbook()
    made.add(
      "_rels/.rels",
      "<Relationships xmlns='\(package)'><Relationship Id='r' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    )
    let list = sheets.indices.map {
      "<sheet name='\(sheets[$0].name)' sheetId='\($0 + 1)' state='\(state)' r:id='s\($0)'/>"
    }
    made.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(office)'><workbookPr date1904='\(since1904)'/><sheets>\(list.joined())</sheets></workbook>"
    )
    let relations = sheets.indices.map {
      "<Relationship Id='s\($0)' Type='\(office)/worksheet' Target='worksheets/sheet\($0).xml'/>"
    }
    made.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='\(package)'>\(relations.joined())<Relationship Id='t' Type='\(office)/sharedStrings' Target='/xl/sharedStrings.xml'/><Relationship Id='y' Type='\(office)/styles' Target='styles.xml'/></Relationships>"
    )
    made.add("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(texts)</sst>")
    made.add("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")
    for (index, sheet) in sheets.enumerated() {
      made.add(
        "xl/worksheets/sheet\(index).xml",
        prolog + "<worksheet xmlns='\(main)'><sheetData>\(sheet.rows)</sheetData></worksheet>")
    }
    return made
  }

  /// A workbook of LibreOffice with the contents of `office:spreadsheet`.
  static func openDocument(_ tables: String) -> MadeWorkbook {
    let urn = "urn:oasis:names:tc:opendocument:xmlns"
    var made = MadeWorkbook()
    made.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    made.add(
      "content.xml",
      "<o:document-content xmlns:o='\(urn):office:1.0' xmlns:t='\(urn):table:1.0' xmlns:x='\(urn):text:1.0' xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'><o:body><o:spreadsheet>\(tables)</o:spreadsheet></o:body></o:document-content>"
    )
    return made
  }

  mutating func add(_ name: String, _ text: String) { entries.append((name, Array(text.utf8))) }

  /// The bytes of the archive.
  func bytes() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "parapet-\(UUID().uuidString).zip"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    // libzip reads the bytes when it closes the archive, so they stay where they are until then.
    var copies: [UnsafeMutableRawPointer] = []
    defer { for copy in copies { copy.deallocate() } }
    for entry in entries {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
      copies.append(copy)
      copy.copyMemory(from: entry.bytes, byteCount: entry.bytes.count)
      let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 0)
      #expect(zip_file_add(archive, entry.name, source, 0) >= 0)
    }
    #expect(zip_close(archive) == 0)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
