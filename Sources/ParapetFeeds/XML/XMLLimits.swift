/// What an XML document may have at most; whatever exceeds it is refused with a diagnostic.
///
/// The largest real record seen (a topic of the portal with its whole text) has 60 KiB and a depth of 7.
struct XMLLimits: Sendable {
  /// Elements inside one another. More stops the parse, since only an attack looks like that.
  var depth = 64
  /// Bytes of text directly inside one element. More rejects the record.
  var textBytes = 1 << 20
  /// Attributes of one element. More stops the parse: libxml2 compares them pair by pair.
  var attributes = 64
  /// Bytes of all attribute values of one element. More stops the parse.
  var attributeBytes = 64 << 10
  /// Bytes of a tag, comment or instruction that has not ended yet. More stops the parse.
  var tokenBytes = 256 << 10
  /// Bytes of one record, from its start tag to its end tag. More rejects the record.
  var recordBytes = 8 << 20
  /// Elements of one record. More rejects the record.
  var recordElements = 100_000
  /// Records of one document. More stops the parse.
  var records = 1_000_000
}
