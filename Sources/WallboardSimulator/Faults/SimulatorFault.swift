/// A misbehaviour as it was asked for: `drop:50`, `429:3`, `rest-503:operators:2`.
package struct SimulatorFault: Sendable, Equatable {
  package let kind: FaultKind
  /// A number of events, of messages or of times, by the kind; absent = always.
  package internal(set) var amount: Int?
  /// The read that fails, for the kinds that make one fail.
  package let read: Read?
  /// The status or the close code, for the kinds that want one.
  package let code: Int?
  /// How often it happens, for the kinds whose `amount` is a number of messages; absent = always.
  package internal(set) var times: Int?

  /// Reads `KIND[:ARGUMENT]`; nothing when the text is not of that form.
  package static func parse(_ text: String) -> SimulatorFault? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let kind = parts.popFirst().flatMap({ FaultKind(rawValue: String($0)) }) else {
      return nil
    }
    let read = kind.wantsRead ? parts.popFirst().flatMap { Read(rawValue: String($0)) } : nil
    let argument = kind.argument
    let code = argument.codes.flatMap { Self.code(parts.popFirst(), in: $0) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.count <= argument.numberLimit,
      numbers.allSatisfy(argument.range.contains), kind != .clock || !numbers.isEmpty,
      kind.wantsRead == (read != nil), (argument.codes != nil) == (code != nil)
    else { return nil }
    return SimulatorFault(
      kind: kind, amount: numbers.first ?? argument.defaultAmount, read: read, code: code,
      times: numbers.dropFirst().first)
  }

  private static func code(_ text: Substring?, in codes: ClosedRange<Int>) -> Int? {
    text.flatMap { Int($0) }.flatMap { codes.contains($0) ? $0 : nil }
  }
}

/// What may follow the kind of a fault.
enum FaultArgument {
  case nothing
  /// A number of events, or of what it is called in `--help`.
  case events(String, default: Int, limit: Int = .max)
  /// A number of seconds, which may be negative and must be given.
  case seconds
  /// How often the fault happens; always, when it is not given.
  case times
  /// The read that fails, and how often.
  case readAndTimes
  /// The status of an answer, and how often.
  case status
  /// The code of a close frame, how many messages come before it, and how often.
  case closeCode
  /// How many messages come before, and how often.
  case messagesAndTimes

  var help: String {
    switch self {
    case .nothing: ""
    case .events(let name, _, _): "[:\(name)]"
    case .seconds: ":SECONDS"
    case .times: "[:TIMES]"
    case .readAndTimes: ":READ[:TIMES]"
    case .status: ":STATUS[:TIMES]"
    case .closeCode: ":CODE[:AFTER_MESSAGES[:TIMES]]"
    case .messagesAndTimes: "[:AFTER_MESSAGES[:TIMES]]"
    }
  }

  var defaultAmount: Int? {
    switch self {
    case .events(_, let amount, _): amount
    case .closeCode, .messagesAndTimes: 5
    case .nothing, .seconds, .times, .readAndTimes, .status: nil
    }
  }

  /// The numbers that may be given.
  var range: ClosedRange<Int> {
    switch self {
    case .seconds: -1_000_000...1_000_000
    case .events(_, _, let limit): 0...limit
    case .nothing, .times, .readAndTimes, .status, .closeCode, .messagesAndTimes: 0...Int.max
    }
  }

  /// How many numbers there may be, without the code.
  var numberLimit: Int {
    switch self {
    case .nothing: 0
    case .events, .seconds, .times, .readAndTimes, .status: 1
    case .closeCode, .messagesAndTimes: 2
    }
  }

  /// The codes that must come first, for those that want one.
  var codes: ClosedRange<Int>? {
    switch self {
    case .status: 200...599
    case .closeCode: 0...0xFFFF
    case .nothing, .events, .seconds, .times, .readAndTimes, .messagesAndTimes: nil
    }
  }
}

/// Which faults are on at present.
struct FaultSwitchboard: Sendable {
  private var active: [SimulatorFault]

  init(_ faults: [SimulatorFault] = []) {
    active = faults
  }

  mutating func turnOn(_ fault: SimulatorFault) {
    active.removeAll { $0.kind == fault.kind && $0.read == fault.read }
    active.append(fault)
  }

  mutating func turnOff(_ kind: FaultKind) {
    active.removeAll { $0.kind == kind }
  }

  mutating func turnAllOff() {
    active.removeAll()
  }

  func fault(_ kind: FaultKind) -> SimulatorFault? {
    active.first { $0.kind == kind }
  }

  func isOn(_ kind: FaultKind) -> Bool {
    fault(kind) != nil
  }

  func amount(of kind: FaultKind) -> Int? {
    fault(kind)?.amount
  }

  /// The fault has happened once more, which may have been the last time.
  mutating func spend(_ kind: FaultKind) {
    guard let index = active.firstIndex(where: { $0.kind == kind }),
      let times = active[index].times
    else { return }
    active[index].times = times - 1
    if times <= 1 { active.remove(at: index) }
  }

  /// The first of the kinds that is on. One with a number of times has one less afterwards.
  mutating func take(oneOf kinds: [FaultKind], read: Read? = nil) -> FaultKind? {
    let wanted = active.firstIndex { kinds.contains($0.kind) && $0.read == read }
    guard let index = wanted else { return nil }
    let kind = active[index].kind
    guard let times = active[index].amount else { return kind }
    active[index].amount = times - 1
    if times <= 1 { active.remove(at: index) }
    return times > 0 ? kind : nil
  }
}
