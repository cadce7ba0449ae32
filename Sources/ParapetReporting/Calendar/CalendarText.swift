public import ParapetModel

/// Writes events as iCalendar (RFC 5545), which the calendars of offices subscribe to or import.
public enum CalendarText {
  /// The text of a calendar, each line ended by CR and LF.
  ///
  /// - Parameter name: how the calendar is called.
  public static func render(_ events: [DatedEvent], named name: String, language: Language) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parapet//Parapet//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME:" + escaped(name), "X-WR-CALNAME:" + escaped(name),
      "X-WR-TIMEZONE:Europe/Brussels", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
    ]
    lines += zone
    for event in events { lines += self.lines(of: event, language) }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Europe/Brussels", "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
  ]

  private static func lines(of dated: DatedEvent, _ language: Language) -> [String] {
    let event = dated.event
    guard let day = Day(event.day) else { return [] }
    let stamp = compact(dated.stampedOn) + "T000000Z"
    var lines = [
      "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:" + stamp, "LAST-MODIFIED:" + stamp,
      "SEQUENCE:\(dated.sequence)",
    ]
    if let time = event.time.flatMap(minutes) {
      // It ends at the deadline: some programs show nothing that takes no time.
      lines.append("DTSTART;TZID=Europe/Brussels:" + compact(day, max(0, time - 30)))
      lines.append("DTEND;TZID=Europe/Brussels:" + compact(day, time))
    } else {
      lines.append("DTSTART;VALUE=DATE:" + compact(day))
      lines.append("DTEND;VALUE=DATE:" + compact(day.adding(days: 1)))
    }
    let tag = language.rawValue
    lines.append("SUMMARY;LANGUAGE=\(tag):" + escaped(event.summary))
    lines.append("DESCRIPTION;LANGUAGE=\(tag):" + escaped(event.details))
    if let page = event.page, WebAddress.isSafe(page) { lines.append("URL:" + page) }
    lines.append("STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"))
    lines.append("TRANSP:TRANSPARENT")
    if !event.isCancelled {
      for days in event.alarms {
        lines += [
          "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P\(days)D", "DESCRIPTION:" + escaped(event.summary),
          "END:VALARM",
        ]
      }
    }
    return lines + ["END:VEVENT"]
  }

  private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

  private static func compact(_ day: Day, _ minutes: Int) -> String {
    compact(day) + "T" + (minutes / 60).digits(atLeast: 2) + (minutes % 60).digits(atLeast: 2) + "00"
  }

  /// The minutes since midnight of `HH:MM`; nothing where it is no time of day.
  private static func minutes(_ time: String) -> Int? {
    let parts = time.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// Text as RFC 5545, 3.3.11 has it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Plain.safe(text, keepingLines: true).unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The most octets of a line (RFC 5545, 3.1).
  private static let longest = 75

  /// A line folded by octets, and never inside a character.
  private static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if used + size > longest {
        result += "\r\n "
        used = 1
      }
      result.unicodeScalars.append(scalar)
      used += size
    }
    return result
  }
}
