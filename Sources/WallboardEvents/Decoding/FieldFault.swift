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
    /// No field names the event.
    case noName
    /// An observer's message is about another call than the observed one.
    case anotherCall
    case missing
    case expected(Expectation, found: JSONKind)
    /// A value of another kind that can still be read, such as a number in quotes.
    case taken(for: Expectation, found: JSONKind)
    /// A text with half of a surrogate pair, as when it was cut inside an emoji: U+FFFD stands for
    /// it.
    case repaired
    /// Empty, too long, or not in an identifier's form.
    case noIdentifier
    /// A number that the field's type cannot hold.
    case unfit
    /// Not one of the words that are allowed there, or otherwise of no use.
    case unreadable
  }

  package enum Expectation: String, Equatable, Sendable {
    case boolean = "a boolean"
    case wholeNumber = "a whole number"
    case number = "a number"
    case string = "a string"
    case array = "an array"
    case object = "an object"
  }

  /// The path to the field: names, and the index within a list. Only names of the contract are part
  /// of it: others are the payload's data, and may be protected.
  private var path = ""
  package let problem: Problem

  package init(_ problem: Problem) {
    self.problem = problem
  }

  /// Why the whole text is not JSON.
  package init(_ fault: JSONFault, deepest: Int = JSONReader.deepest) {
    problem =
      switch fault {
      case .notJSON: .notJSON
      case .tooDeep: .tooDeep(most: deepest)
      }
  }

  /// The same fault, seen from the object that has the field.
  package func `in`(_ name: StaticString) -> FieldFault {
    var fault = self
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    fault.path = "\(name)\(separator)\(path)"
    return fault
  }

  /// The same fault, seen from the list that has the element.
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

/// What of a payload was not understood, or only after a repair: the first few faults, and how many
/// there are. They name fields, never a value.
///
/// Nearly every event has none, which takes no memory.
package struct FieldFaults: Equatable, Sendable {
  /// How many are kept one by one.
  package static let most = 16

  private var kept: [BoundedString]?
  /// How many there are, kept or not.
  package private(set) var count = 0

  package init() {}

  /// The faults that a recording tells of. It was written by another program: each sentence is
  /// cleaned.
  package init(_ sentences: [BoundedString], count: Int = 0) {
    guard !sentences.isEmpty else { return }
    kept = sentences.prefix(Self.most).map { BoundedString(sentence: $0.string) }
    self.count = max(sentences.count, count)
  }

  init(_ list: FaultList) {
    add(list)
  }

  package var isEmpty: Bool { count == 0 }

  mutating func add(_ list: FaultList) {
    guard !list.isEmpty else { return }
    kept = Array((sentences + list.kept.map { BoundedString($0.description) }).prefix(Self.most))
    count += list.count
  }

  mutating func add(_ fault: FieldFault) {
    var list = FaultList()
    list.add(fault)
    add(list)
  }

  /// The first few, such as `reason: missing`.
  package var sentences: [BoundedString] { kept ?? [] }

  /// `1 field not understood`
  package var summary: String {
    "\(count) \(count == 1 ? "field" : "fields") not understood"
  }
}

/// The faults that a reader has found so far.
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

  /// Adds the faults of a value within, each put into its `place`.
  mutating func add(_ others: FaultList, _ place: (FieldFault) -> FieldFault) {
    guard !others.isEmpty else { return }
    list = Array((kept + others.kept.map(place)).prefix(FieldFaults.most))
    count += others.count
  }
}
