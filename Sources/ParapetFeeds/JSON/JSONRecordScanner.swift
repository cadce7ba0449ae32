import ParapetModel

/// Finds the records of a JSON document while the bytes arrive, holding at most one record.
///
/// It is a state machine over bytes, so it reports the same however the input is cut. Outside the records it
/// checks the shape of the outer object only; a record's own grammar is for its decoder to judge, so that one
/// bad record costs no other.
struct JSONRecordScanner {
  /// What is accepted of an input.
  struct Limits {
    /// The largest record: the richest real topic has 60 KB.
    var recordBytes = 8 << 20
    /// The deepest nesting inside a record.
    var depth = 64
    /// The most records of one input.
    var records = 1_000_000
  }

  /// Which record it is, from 0, and where it stands and begins.
  struct Mark: Hashable {
    var number: Int
    var path: String
    var position: TextPosition
  }

  /// What was found, in the order of the input.
  enum Event {
    /// A whole record. The bytes are lent for the time of the call.
    case record(UnsafeRawBufferPointer, Mark)
    /// A record of more bytes than accepted.
    case tooLarge(Mark)
    /// A record of deeper nesting than accepted.
    case tooDeep(Mark)
    /// The end of what can be read; nothing follows it.
    case broken(JSONFault)
  }

  /// The keys of the outer object so far, the first few of them.
  private(set) var keys: [String] = []
  /// The place where records have been met, the last of them.
  private(set) var found: JSONPlace?
  /// The numbers and texts under the keys to be noted, as they are written.
  private(set) var notes: [String: String] = [:]
  /// How many records have been met, whatever became of them.
  private(set) var count = 0
  /// Whether the outer object has ended as it should.
  var isComplete: Bool { state == .afterRoot }

  private let places: [JSONPlace]
  private let noted: Set<String>
  /// The keys of the objects being read that hold a place, from the outside in, and the key at hand.
  private var outer: [String] = []
  private var key = ""
  private let limits: Limits
  private var state = State.root
  private var role = Role.skipped
  private var value = JSONValueScanner()
  private var held: [UInt8] = []
  private var isOverflowing = false
  private var mark = Mark(number: 0, path: "", position: TextPosition())
  private var position = TextPosition()
  /// How much of the bytes at hand is counted in `position`, and where among them the value at hand begins.
  private var counted = 0
  private var valueStart = 0

  /// A scanner for the records at any of these places, which notes single values of the outer object.
  init(places: [JSONPlace], noting noted: Set<String> = [], limits: Limits = Limits()) {
    self.places = places
    self.noted = noted
    self.limits = limits
  }

  /// Takes the next bytes.
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (Event) -> Void) {
    (counted, valueStart) = (0, 0)
    var index = 0
    while index < bytes.count, state != .over {
      if value.isInside {
        switch value.scan(bytes, from: index) {
        case .unfinished:
          index = bytes.count
        case .ended(let end):
          endValue(bytes, before: end, emit)
          index = end
        case .mismatched(let wrong):
          fail(bytes, at: wrong, .malformed(.mismatchedBrackets), emit)
        }
      } else if !Self.isSpace(bytes[index]) {
        if step(bytes, at: index, emit) { index += 1 }
      } else {
        index += 1
      }
    }
    if value.isInside { hold(bytes[valueStart...]) }
    advance(bytes, to: bytes.count)
  }

  /// Ends the input: where it ends too early, that is the fault.
  mutating func finish(_ emit: (Event) -> Void) {
    switch state {
    case .over: return
    case .afterRoot: break
    case .root: emit(.broken(JSONFault(.empty, at: position, path: nil)))
    case .firstKey, .key, .colon, .value, .afterValue, .firstRecord, .record, .afterRecord:
      emit(.broken(JSONFault(.truncated, at: position, path: path)))
    }
    state = .over
  }
}

extension JSONRecordScanner {
  private enum State {
    case root, firstKey, key, colon, value, afterValue, firstRecord, record, afterRecord, afterRoot, over
  }

  private enum Role { case key, skipped, noted, record }

  /// Takes a sign between values, or begins a value there, which leaves the sign to the value.
  private mutating func step(
    _ bytes: UnsafeRawBufferPointer, at index: Int, _ emit: (Event) -> Void
  ) -> Bool {
    let byte = bytes[index]
    switch (state, byte) {
    case (.root, UInt8(ascii: "{")): state = .firstKey
    case (.firstKey, UInt8(ascii: "}")), (.afterValue, UInt8(ascii: "}")):
      state = outer.popLast() == nil ? .afterRoot : .afterValue
    case (.firstKey, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")):
      return begin(.key, bytes, at: index, emit)
    case (.colon, UInt8(ascii: ":")): state = .value
    case (.value, _): return beginMember(bytes, at: index, emit)
    case (.afterValue, UInt8(ascii: ",")): state = .key
    case (.firstRecord, UInt8(ascii: "]")), (.afterRecord, UInt8(ascii: "]")): state = .afterValue
    case (.firstRecord, _), (.record, _): return begin(.record, bytes, at: index, emit)
    case (.afterRecord, UInt8(ascii: ",")): state = .record
    default: fail(bytes, at: index, .malformed(expectation), emit)
    }
    return true
  }

  /// Takes the value of a key: the list of the records, the only one, an object on the way to them, or another.
  private mutating func beginMember(
    _ bytes: UnsafeRawBufferPointer, at index: Int, _ emit: (Event) -> Void
  ) -> Bool {
    let isObject = bytes[index] == UInt8(ascii: "{")
    guard let place = placeAtHand else {
      guard isObject, places.contains(where: { $0.keys.count > outer.count + 1 && leads(to: $0) }) else {
        let isSingle = !isObject && bytes[index] != UInt8(ascii: "[")
        let isNoted = isSingle && outer.isEmpty && noted.contains(key)
        return begin(isNoted ? .noted : .skipped, bytes, at: index, emit)
      }
      outer.append(key)
      state = .firstKey
      return true
    }
    guard place.isList ? bytes[index] == UInt8(ascii: "[") : isObject else {
      fail(bytes, at: index, .malformed(expectation), emit)
      return true
    }
    found = place
    guard place.isList else { return begin(.record, bytes, at: index, emit) }
    state = .firstRecord
    return true
  }

  private mutating func begin(
    _ role: Role, _ bytes: UnsafeRawBufferPointer, at index: Int, _ emit: (Event) -> Void
  ) -> Bool {
    guard value.begin(with: bytes[index]) else {
      fail(bytes, at: index, .malformed(expectation), emit)
      return true
    }
    if role == .record {
      guard count < limits.records else {
        fail(bytes, at: index, .tooMany(limits.records), emit)
        return true
      }
      advance(bytes, to: index)
      state = .record
      mark = Mark(number: count, path: path ?? "$", position: position)
    }
    self.role = role
    valueStart = index
    held.removeAll(keepingCapacity: true)
    isOverflowing = false
    return false
  }

  private mutating func endValue(_ bytes: UnsafeRawBufferPointer, before end: Int, _ emit: (Event) -> Void) {
    let rest = bytes[valueStart..<end]
    switch role {
    case .skipped:
      state = .afterValue
    case .noted:
      hold(rest)
      notes[key] = String(decoding: held, as: UTF8.self)
      state = .afterValue
    case .key:
      hold(rest)
      key = String(decoding: held.dropFirst().dropLast(), as: UTF8.self)
      if outer.isEmpty, keys.count < Self.shownKeys { keys.append(key) }
      state = .colon
    case .record:
      count += 1
      state = found?.isList == false ? .afterValue : .afterRecord
      if isOverflowing || held.count + rest.count > limits.recordBytes {
        emit(.tooLarge(mark))
      } else if value.deepest > limits.depth {
        emit(.tooDeep(mark))
      } else if held.isEmpty {
        emit(.record(UnsafeRawBufferPointer(rebasing: rest), mark))
      } else {
        held.append(contentsOf: rest)
        held.withUnsafeBytes { emit(.record($0, mark)) }
      }
    }
    isOverflowing = false
  }

  /// Keeps the part of a value that is at hand, as far as the limit allows.
  private mutating func hold(_ part: Slice<UnsafeRawBufferPointer>) {
    guard role != .skipped, !isOverflowing else { return }
    if held.count + part.count > (role == .record ? limits.recordBytes : Self.longestKey) {
      isOverflowing = true
      held = []
    } else {
      held.append(contentsOf: part)
    }
  }

  private mutating func fail(
    _ bytes: UnsafeRawBufferPointer, at index: Int, _ kind: JSONFault.Kind, _ emit: (Event) -> Void
  ) {
    advance(bytes, to: index)
    emit(.broken(JSONFault(kind, at: position, path: path)))
    state = .over
    value = JSONValueScanner()
  }

  private mutating func advance(_ bytes: UnsafeRawBufferPointer, to index: Int) {
    guard index > counted else { return }
    position.advance(over: bytes[counted..<index])
    counted = index
  }

  private var placeAtHand: JSONPlace? {
    places.first { $0.keys.count == outer.count + 1 && leads(to: $0) }
  }

  /// Whether the key at hand is on the way to a place.
  private func leads(to place: JSONPlace) -> Bool {
    place.keys.starts(with: outer) && place.keys[outer.count] == key
  }

  private var path: String? {
    switch state {
    case .firstRecord, .record, .afterRecord: found.map { $0.path(of: count) }
    case .root, .firstKey, .key, .colon, .value, .afterValue, .afterRoot, .over: nil
    }
  }

  private var expectation: Message {
    switch state {
    case .root: Message(en: "a JSON object should begin here", fr: "un objet JSON devrait commencer ici")
    case .firstKey:
      Message(
        en: "a key or the end of the object should stand here",
        fr: "une clé ou la fin de l’objet devrait se trouver ici")
    case .key:
      Message(
        en: "a key in quotation marks should stand here",
        fr: "une clé entre guillemets devrait se trouver ici")
    case .colon: Message(en: "a colon should stand here", fr: "un deux-points devrait se trouver ici")
    case .value:
      placeAtHand?.expectation
        ?? Message(en: "a value should begin here", fr: "une valeur devrait commencer ici")
    case .afterValue:
      Message(
        en: "a comma or the end of the object should stand here",
        fr: "une virgule ou la fin de l’objet devrait se trouver ici")
    case .firstRecord, .record:
      Message(en: "a record should begin here", fr: "une notice devrait commencer ici")
    case .afterRecord:
      Message(
        en: "a comma or the end of the list should stand here",
        fr: "une virgule ou la fin de la liste devrait se trouver ici")
    case .afterRoot, .over:
      Message(
        en: "nothing should follow the end of the document", fr: "rien ne devrait suivre la fin du document")
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  private static let shownKeys = 8
  private static let longestKey = 1024
}

extension Message {
  fileprivate static let mismatchedBrackets = Message(
    en: "the brackets do not match", fr: "les crochets ne se correspondent pas")
}
