/// What of a payload was not understood, or only by a mend, in words that name the fields and never
/// a value: the first few, and how many there are.
///
/// Nearly every event has none: that takes no memory.
package struct FieldFaults: Equatable, Sendable {
  /// Faults that are kept one by one.
  package static let most = 16

  private var kept: [Text]?
  /// All of them.
  package private(set) var count = 0

  /// Nothing was wrong.
  package init() {}

  /// What another program wrote down of them.
  package init(_ sentences: [Text], count: Int = 0) {
    guard !sentences.isEmpty else { return }
    kept = sentences.prefix(Self.most).map { Text(sentence: $0.string) }
    self.count = max(sentences.count, count)
  }

  init(_ list: FaultList) {
    add(list)
  }

  package var isEmpty: Bool { count == 0 }

  mutating func add(_ list: FaultList) {
    guard !list.isEmpty else { return }
    kept = Array((sentences + list.kept.map { Text($0.description) }).prefix(Self.most))
    count += list.count
  }

  mutating func add(_ fault: FieldFault) {
    var list = FaultList()
    list.add(fault)
    add(list)
  }

  /// The first few, such as `reason: missing`.
  package var sentences: [Text] { kept ?? [] }

  /// `1 field not understood`
  package var summary: String {
    "\(count) \(count == 1 ? "field" : "fields") not understood"
  }
}

/// The faults that a reader has come across.
struct FaultList {
  private var list: [FieldFault]?
  private(set) var count = 0

  /// The first few.
  var kept: [FieldFault] { list ?? [] }
  var isEmpty: Bool { count == 0 }

  mutating func add(_ fault: FieldFault) {
    count += 1
    if count <= FieldFaults.most { list = kept + [fault] }
  }

  /// Adds what a reader further down came across.
  mutating func add(_ others: FaultList, _ place: (FieldFault) -> FieldFault) {
    guard !others.isEmpty else { return }
    list = Array((kept + others.kept.map(place)).prefix(FieldFaults.most))
    count += others.count
  }
}
