import Foundation
public import ParapetModel

/// A digest as a mail: text and HTML of the same report, in the form of RFC 5322 and RFC 2045 to 2049.
///
/// Everything in it follows from the night and the person, so that a mail that is made again has the same bytes and the
/// same identifier, by which mail stores drop doubles. It has no remote content.
public struct MailMessage: Sendable {
  /// The identifier, without the angle brackets.
  public let identifier: String
  /// The message, each line ended by CR and LF.
  public let bytes: [UInt8]

  /// A mail of a digest to its reader.
  ///
  /// - Parameters:
  ///   - night: the name of the night.
  ///   - sender: the address that it comes from.
  public init(
    _ report: DigestReport, to person: BatchOrder.Person, night: String, from sender: String
  ) {
    let host = MailMessage.host(of: sender)
    let city = report.digest.city
    identifier = "digest.\(city).\(person.name).\(night)@\(host)"
    let boundary = "=_parapet_\(city.prefix(24))_\(night)"
    let words = report.words
    let text = DocumentForm(.text, width: MailMessage.columns).render(report, words)
    let html = DocumentForm(.html).render(report, words)
    let unsubscribe =
      "<mailto:\(MailHeader.ascii(sender))?subject=unsubscribe%20\(person.name)%20\(city)>"
    let headers: [(String, MailHeader.Value)] = [
      ("Date", .plain(MailMessage.date(report.edition.asOf))),
      ("From", .mailbox(name: "Parapet", address: sender)),
      ("To", .address(person.address)),
      ("Subject", .text(report.subject)),
      ("Message-ID", .plain("<\(identifier)>")),
      ("In-Reply-To", .plain("<digests.\(city)@\(host)>")),
      ("References", .plain("<digests.\(city)@\(host)>")),
      ("Auto-Submitted", .plain("auto-generated")),
      ("List-Id", .plain("<\(city).digests.\(host)>")),
      ("List-Unsubscribe", .plain(unsubscribe)),
      ("Content-Language", .plain(words.language.rawValue)),
      ("MIME-Version", .plain("1.0")),
      ("Content-Type", .plain("multipart/alternative; boundary=\"\(boundary)\"")),
    ]
    var lines = headers.flatMap { MailHeader.lines($0.0, $0.1) }
    lines.append("")
    for (type, body) in [("text/plain", text), ("text/html", html)] {
      lines += [
        "--" + boundary, "Content-Type: \(type); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
      ]
      lines += QuotedPrintable.lines(of: body)
    }
    lines += ["--" + boundary + "--", ""]
    bytes = Array(lines.joined(separator: "\r\n").utf8)
  }

  /// How many columns the text has: what is longer is folded by some readers.
  private static let columns = 76

  private static func host(of address: String) -> String {
    MailHeader.ascii(address).split(separator: "@").last.map(String.init) ?? "localhost"
  }

  /// The hour of the night, as mails state it (RFC 5322, 3.3).
  private static func date(_ day: Day) -> String {
    let (year, month, date) = day.components
    let zone = "+0\(BrusselsTime.hoursBeforeGreenwich(on: day))00"
    return
      "\(weekdays[day.weekday]), \(date.digits(atLeast: 2)) \(months[month - 1]) \(year) 03:40:00 \(zone)"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
