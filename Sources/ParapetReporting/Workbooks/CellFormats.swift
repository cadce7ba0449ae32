import CXlsxWriter
import ParapetModel

/// How cells look, each format once in a workbook.
struct CellFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>?

  let head: Format
  let figureHead: Format
  let prose: Format
  let token: Format
  let total: Format
  let figure: Format
  let whole: Format
  let wholeSum: Format
  let year: Format
  let hundredths: Format
  let quantity: Format
  let rate: Format
  let day: Format
  let mark: Format
  private let amounts: [Currency: Format]
  private let sums: [Currency: Format]

  /// The formats of a workbook; codes are in the form of the United States, which programs show as their reader is used to.
  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: DocumentWorkbook) {
    func make(_ code: String? = nil, wrapped: Bool = false, above: Bool = false) -> Format {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if let code { format_set_num_format(format, code) }
      if wrapped { format_set_text_wrap(format) }
      if above {
        format_set_bold(format)
        format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
      return format
    }
    func makeHead() -> Format {
      let format = make(wrapped: true)
      format_set_bold(format)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      return format
    }
    head = makeHead()
    figureHead = makeHead()
    format_set_align(figureHead, UInt8(LXW_ALIGN_RIGHT.rawValue))
    prose = make(wrapped: true)
    token = make()
    total = make(wrapped: true, above: true)
    figure = make()
    format_set_align(figure, UInt8(LXW_ALIGN_RIGHT.rawValue))
    whole = make("#,##0")
    wholeSum = make("#,##0", above: true)
    year = make("0")
    hundredths = make("0.00")
    quantity = make("#,##0.####")
    rate = make("0.00%")
    let locale =
      switch workbook.language {
      case .english: "809"
      case .french: "40C"
      }
    day = make("[$-\(locale)]d\\ mmmm\\ yyyy")
    mark = make()
    format_set_bold(mark)
    format_set_font_color(mark, 0xA8201A)
    var amounts: [Currency: Format] = [:]
    var sums: [Currency: Format] = [:]
    // In the order of their codes, since the file lists formats as they were made.
    for currency in workbook.currencies.sorted() {
      let code = "#,##0.00\\ [$\(currency.code)]"
      amounts[currency] = make(code + ";-" + code)
      sums[currency] = make(code + ";-" + code, above: true)
    }
    self.amounts = amounts
    self.sums = sums
  }

  /// An amount of a currency, which its cell names: rows of one column may be of several.
  func money(_ currency: Currency, isTotal: Bool) -> Format {
    (isTotal ? sums[currency] : amounts[currency]) ?? nil
  }
}

extension DocumentWorkbook {
  /// The currencies of its amounts.
  fileprivate var currencies: Set<Currency> {
    var found: Set<Currency> = []
    for sheet in sheets {
      for row in sheet.rows {
        for case .money(let amount) in row.cells { found.insert(amount.currency) }
      }
    }
    return found
  }
}
