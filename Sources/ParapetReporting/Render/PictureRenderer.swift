import ParapetModel

/// Draws pictures as SVG inside a page: no script, no font of its own, the same bytes each time.
///
/// Colours are those that the colour-blind tell apart (Okabe and Ito), each with a dark edge and some with a pattern, so
/// that nothing is told by colour alone (WCAG 1.4.1), in grey print neither. They are written as attributes, since a
/// printer of pages need not know the style sheet inside a picture; on a screen the style sheet has its word on text.
struct PictureRenderer {
  /// What tells the parts of one picture from those of others on the page.
  let name: String
  let picture: Picture
  let words: any Sentences

  /// Pixels of the whole.
  static let width = 720.0
  static let fills = ["#0072B2", "#E69F00", "#009E73", "#CC79A7"]
  private static let ink = "#1b1f24"

  /// The figure with its picture.
  var svg: String {
    let body: (height: Double, parts: String) =
      switch picture.content {
      case .columns(let columns): ColumnDrawing(columns, name: name, words: words).draw()
      case .spans(let spans): SpanDrawing(spans).draw()
      }
    let box = "0 0 \(PictureRenderer.number(PictureRenderer.width)) \(PictureRenderer.number(body.height))"
    return "<figure>\n<div class=\"drawing\" role=\"region\" tabindex=\"0\" "
      + "aria-label=\"\(Markup.escaped(picture.title))\">\n<svg role=\"img\" aria-labelledby=\"\(name)-title \(name)-text\" viewBox=\"\(box)\" "
      + "font-size=\"13\" font-family=\"system-ui, 'Liberation Sans', sans-serif\" fill=\"\(PictureRenderer.ink)\">\n"
      + "<title id=\"\(name)-title\">\(Markup.escaped(picture.title))</title>\n"
      + "<desc id=\"\(name)-text\">\(Markup.escaped(picture.text))</desc>\n" + body.parts + "</svg>\n</div>\n"
      + "<figcaption>\(Markup.escaped(picture.title))</figcaption>\n</figure>\n"
  }

  /// The style of pictures, for pages that have any.
  static let style = """

    <style>
    figure { margin: 1rem 0; max-width: 60rem; break-inside: avoid; }
    figure svg { display: block; width: 100%; height: auto; }
    figcaption { font-weight: 600; }
    svg text, svg .ink { fill: var(--ink); }
    svg .edge { stroke: var(--ink); }
    svg .grid { stroke: var(--line); }
    @media print { figure { max-width: 120mm; } }
    @media screen and (max-width: 40rem) { .drawing { overflow-x: auto; } .drawing svg { width: 44rem; } }
    </style>
    """

  /// A coordinate with at most two decimals.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func text(_ text: String, x: Double, y: Double, anchor: String = "start") -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\"\(anchor == "start" ? "" : " text-anchor=\"\(anchor)\"")>"
      + "\(Markup.escaped(text))</text>\n"
  }

  static func line(_ from: (Double, Double), _ to: (Double, Double), isGrid: Bool) -> String {
    "<path class=\"\(isGrid ? "grid" : "edge")\" stroke=\"\(isGrid ? "#c4cad1" : ink)\" "
      + "d=\"M\(number(from.0)) \(number(from.1))L\(number(to.0)) \(number(to.1))\"/>\n"
  }

  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String) -> String {
    "<rect class=\"edge\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" "
      + "fill=\"\(fill)\" stroke=\"\(ink)\"/>\n"
  }
}

/// Words as they stand between tags and in quotation marks.
enum Markup {
  /// By scalars, since `<` with a combining mark is another character and still opens a tag.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in Plain.safe(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
