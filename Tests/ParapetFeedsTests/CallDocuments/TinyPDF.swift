import Foundation

/// Writes small PDFs of text in one typeface, the same bytes for the same lines (ISO 32000-1).
struct TinyPDF {
  /// The lines of each page.
  var pages: [[String]]
  /// The title in its properties.
  var title = ""
  /// What the file says of its encryption; nothing where it has none.
  var encryption: String?

  /// A document of pages that a line of `~~~` divides.
  init(_ text: String, title: String = "") {
    pages = text.components(separatedBy: "\n~~~\n").map { $0.components(separatedBy: "\n") }
    self.title = title
  }

  /// A document of pages.
  init(pages: [[String]]) { self.pages = pages }

  var bytes: Data {
    var file = Data("%PDF-1.4\n".utf8)
    var places: [Int] = []
    func add(_ object: String) {
      places.append(file.count)
      file += Data("\(places.count) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let kids = pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    add("<< /Title (\(TinyPDF.escaped(title))) >>")
    for (index, lines) in pages.enumerated() {
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
          + "/Contents \(6 + 2 * index) 0 R >>")
      var content = "BT /F1 9 Tf 40 810 Td 11 TL\n"
      for line in lines { content += "(\(TinyPDF.escaped(line))) '\n" }
      content += "ET"
      add("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    let start = file.count
    var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places { table += String(format: "%010d 00000 n \n", place) }
    table += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R /Info 4 0 R"
    if let encryption { table += " /Encrypt \(encryption) /ID [<00> <00>]" }
    table += " >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Data(table.utf8)
  }

  /// Signs beyond ASCII by their codes in the Windows encoding.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "(", ")", "\\": result += "\\" + String(scalar)
      case "–": result += "\\226"
      case "—": result += "\\227"
      case "•": result += "\\225"
      case "’": result += "\\222"
      case "€": result += "\\200"
      default:
        result +=
          scalar.isASCII ? String(scalar) : scalar.value < 256 ? "\\" + String(scalar.value, radix: 8) : "?"
      }
    }
  }
}
