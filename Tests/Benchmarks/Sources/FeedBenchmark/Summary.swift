/// What a reader found, added up over all records: that two readers read the same fields is seen by one line.
struct Summary: CustomStringConvertible {
  var records = 0
  var lines = 0
  var nameBytes = 0
  var texts = 0
  var textBytes = 0
  var languageBytes = 0
  var days = 0
  var deadlines = 0
  var stages = 0
  var money = 0
  var grants = 0
  var rates = 0
  var codes = 0
  var codeBytes = 0
  var addressBytes = 0
  var criteria = 0
  var criterionBytes = 0
  var parameters = 0
  var facts = 0
  var citationBytes = 0
  var notStated = 0

  /// One text in a language.
  mutating func add(text: String, language: String) {
    texts += 1
    textBytes += text.utf8.count
    languageBytes += language.utf8.count
  }

  /// A code, its vocabulary and its label.
  mutating func add(code: String, vocabulary: String?, label: String?) {
    codes += 1
    codeBytes += code.utf8.count + (vocabulary?.utf8.count ?? 0) + (label?.utf8.count ?? 0)
  }

  var description: String {
    """
    records=\(records) lines=\(lines) names=\(nameBytes) texts=\(texts)/\(textBytes)/\(languageBytes) \
    days=\(days) deadlines=\(deadlines)/\(stages) money=\(money) grants=\(grants) rates=\(rates) \
    codes=\(codes)/\(codeBytes) addresses=\(addressBytes) criteria=\(criteria)/\(criterionBytes) \
    parameters=\(parameters) facts=\(facts) citations=\(citationBytes) notStated=\(notStated)
    """
  }
}
