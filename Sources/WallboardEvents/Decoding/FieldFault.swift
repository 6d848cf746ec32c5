package import WallboardWire

/// What is wrong with a payload, as a sentence such as `call_sid: missing`.
///
/// It names the field and the kinds of values, never a value: it is shown and logged.
package struct FieldFault: Error, Equatable {
  /// What is wrong with the field, or with the whole.
  package enum Problem: Equatable, Sendable {
    case notJSON
    /// Nested in more than so many levels.
    case tooDeep(most: Int)
    /// The event is named nowhere.
    case noName
    /// An observer's message tells of a call that is not the one observed.
    case anotherCall
    case missing
    case expected(Expectation, found: JSONKind)
    /// A value of another kind that says all the same what it is, such as a number in quotes.
    case taken(for: Expectation, found: JSONKind)
    /// A text with half of a surrogate pair, as where it was cut in the middle of an emoji.
    case repaired
    /// Empty, too long or not of the form that it has.
    case noIdentifier
    /// A number that the field's type cannot hold.
    case unfit
    /// A word that is none of those that may stand there, or the like.
    case unreadable
  }

  /// What a field should hold.
  package enum Expectation: String, Equatable, Sendable {
    case boolean = "a boolean"
    case wholeNumber = "a whole number"
    case number = "a number"
    case string = "a string"
    case array = "an array"
    case object = "an object"
  }

  /// The way to the field: its name, in a list its index, and there the name again. Names further
  /// down are kept only where they are words of the contract: others belong to the payload's data.
  private var path = ""
  package let problem: Problem

  /// A fault of the value that is read.
  package init(_ problem: Problem) {
    self.problem = problem
  }

  /// Why the whole text is none.
  package init(_ fault: JSONFault, deepest: Int = JSONReader.deepest) {
    problem =
      switch fault {
      case .notJSON: .notJSON
      case .tooDeep: .tooDeep(most: deepest)
      }
  }

  /// The same, one level further up: in the field of that name.
  package func `in`(_ name: StaticString) -> FieldFault {
    var fault = self
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    fault.path = "\(name)\(separator)\(path)"
    return fault
  }

  /// The same, one level further up: in the element of that index.
  func inElement(_ index: Int) -> FieldFault {
    var fault = self
    fault.path = "[\(index)]" + (path.isEmpty ? "" : ".\(path)")
    return fault
  }
}

extension FieldFault: CustomStringConvertible {
  package var description: String { path.isEmpty ? problem.words : "\(path): \(problem.words)" }
}

extension FieldFault.Problem {
  fileprivate var words: String {
    switch self {
    case .notJSON: "not JSON"
    case .tooDeep(let most): "nested more than \(most) levels deep"
    case .noName: "no event name"
    case .anotherCall: "another call"
    case .missing: "missing"
    case .expected(let expectation, let found):
      "expected \(expectation.rawValue), found \(found.words)"
    case .taken(let expectation, let found):
      "expected \(expectation.rawValue), found \(found.words) (read all the same)"
    case .repaired: "cut in the middle of a character"
    case .noIdentifier: "a string that is no identifier"
    case .unfit: "a value that does not fit"
    case .unreadable: "cannot be read"
    }
  }
}

extension JSONKind {
  fileprivate var words: String {
    switch self {
    case .null: "null"
    case .boolean: FieldFault.Expectation.boolean.rawValue
    case .number: FieldFault.Expectation.number.rawValue
    case .string: FieldFault.Expectation.string.rawValue
    case .array: FieldFault.Expectation.array.rawValue
    case .object: FieldFault.Expectation.object.rawValue
    }
  }
}

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
