import WallboardEvents

/// What monitoring asks of the numbers, in the language of the filter: `longest_wait<2m and live>0`
/// (interface, "Filter syntax"). The names are those of ``Metric``.
package struct Check: Equatable, Sendable {
  /// A part of it that decided, and the number that it was held against.
  package struct Finding: Equatable, Sendable {
    package let metric: Metric
    /// What was asked of the number, as it may be typed.
    package let asked: String
    /// In the metric's unit; `nil` while it is not known.
    package let value: Double?
  }

  /// What came of it, and what decided that.
  package enum Verdict: Equatable, Sendable {
    case holds([Finding])
    case fails([Finding])
    /// Something that would decide is not known.
    case unknown([Finding])
  }

  /// As it was typed.
  package let text: String
  private let expression: FilterExpression<Metric>

  private static let form =
    "A check compares numbers with bounds, as in longest_wait<2m and live>0"

  /// Reads a condition; throws what is wrong with it, in a sentence for whoever typed it.
  package init(_ text: String) throws(FilterError) {
    let typed = try FilterExpression(text)
    guard !typed.isEmpty else { throw FilterError(Self.form) }
    if let word = typed.firstWord {
      throw FilterError("\(Self.form), not “\(String(decoding: word.bytes, as: UTF8.self))”")
    }
    self.text = text
    expression = try typed.named { (name, test) throws(FilterError) in
      guard let metric = Metric(named: name) else {
        throw FilterError("Unknown number: \(name). \(Metric.advice(for: name))")
      }
      guard test.isComparable(in: metric.unit) else {
        throw FilterError("\(name) is compared with \(metric.unit.examples)")
      }
      return metric
    }
  }

  /// Holds the numbers of the board against it. After `staleAfter` seconds without a word from the
  /// platform nothing is known but for how long that has been; how many alerts there are, not before
  /// the rules have seen what was loaded.
  package func verdict(on board: Board, staleAfter: Int64) -> Verdict {
    var numbers = board.reading(of: Array(metrics))
    if !board.isCurrent(staleAfter: staleAfter) { numbers[.alerts] = nil }
    if !board.isLive(staleAfter: staleAfter) { numbers = numbers.filter { $0.key == .stale } }
    let findings = findings(in: numbers)
    return switch truth(in: numbers) {
    case true: .holds(findings)
    case false: .fails(findings)
    case nil: .unknown(findings)
    }
  }

  /// The numbers that it asks for.
  package var metrics: Set<Metric> { expression.names }

  /// Whether it holds; `nil` where that hangs on a number that is not among these.
  func truth(in numbers: [Metric: Double]) -> Bool? { expression.truth(in: numbers) }

  /// What makes it what it is.
  func findings(in numbers: [Metric: Double]) -> [Finding] { expression.decisive(in: numbers) }
}

extension FilterExpression<Metric> {
  fileprivate var names: Set<Metric> {
    switch self {
    case .word: []
    case .test(let metric, _): [metric]
    case .not(let part): part.names
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.names) }
    }
  }

  /// Whether it holds; `nil` where that hangs on a number that is not known (Kleene's logic).
  fileprivate func truth(in numbers: [Metric: Double]) -> Bool? {
    switch self {
    case .word: return false
    case .test(let metric, let test):
      return numbers[metric].map { test.passes(metric.unit.fieldValue($0)) }
    case .not(let part): return part.truth(in: numbers).map(!)
    case .all(let parts):
      let truths = parts.map { $0.truth(in: numbers) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { $0.truth(in: numbers) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    }
  }

  /// The tests that make it what it is.
  fileprivate func decisive(in numbers: [Metric: Double]) -> [Check.Finding] {
    switch self {
    case .word: return []
    case .test(let metric, let test):
      let asked = "\(metric.rawValue)\(test.typed(in: metric.unit))"
      return [Check.Finding(metric: metric, asked: asked, value: numbers[metric])]
    case .not(let part):
      return part.decisive(in: numbers).map {
        Check.Finding(metric: $0.metric, asked: "not \($0.asked)", value: $0.value)
      }
    case .all(let parts), .any(let parts):
      let truth = truth(in: numbers)
      return parts.filter { $0.truth(in: numbers) == truth }
        .flatMap { $0.decisive(in: numbers) }
    }
  }
}

extension FilterTest {
  /// Whether every operand is of the kind that the unit is.
  fileprivate func isComparable(in unit: Metric.Unit) -> Bool {
    operands.allSatisfy { operand in
      guard case .value(_, let quantity?) = operand else { return false }
      return switch unit {
      case .count, .perSecond: quantity.unit == .none
      case .share: quantity.unit != .length
      case .seconds, .milliseconds: quantity.unit != .share
      }
    }
  }

  fileprivate func typed(in unit: Metric.Unit) -> String {
    let values = operands.map { operand in
      guard case .value(_, let quantity?) = operand else { return "" }
      return unit.quantity(unit == .milliseconds ? quantity.asNumber : quantity.number)
    }
    return relation.rawValue + values.joined(separator: ",")
  }
}

extension Metric.Unit {
  fileprivate func fieldValue(_ value: Double) -> FieldValue {
    switch self {
    case .seconds: .seconds(Int64(min(value.rounded(), 1e12)))
    case .count, .milliseconds, .share, .perSecond: .number(value)
    }
  }

  fileprivate var examples: String {
    switch self {
    case .count: "a number, such as 5"
    case .perSecond: "a number, such as 2.5"
    case .share: "a share, such as 25%"
    case .seconds: "a time, such as 90s, 2m or 1h30m"
    case .milliseconds: "a time, such as 850ms or 2s"
    }
  }
}

extension Check.Finding {
  /// What was asked and what the number is, such as `waiting>3 (it is 5)`; `doubt` says why it is not
  /// known.
  package func words(doubt: String = "not known") -> String {
    "\(asked) (\(value.map { "it is \(metric.unit.quantity($0))" } ?? doubt))"
  }

  /// The number alone, such as `longest wait 2m30s`.
  package var reading: String {
    metric.rawValue.withoutUnderscores + " " + (value.map(metric.unit.quantity) ?? "not known")
  }
}
