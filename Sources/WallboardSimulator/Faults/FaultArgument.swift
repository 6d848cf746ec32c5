/// What may follow the kind of a fault.
enum FaultArgument {
  case nothing
  /// A number of events, with its name for `--help`.
  case events(String, default: Int)
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
    case .events(let name, _): "[:\(name)]"
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
    case .events(_, let amount): amount
    case .closeCode, .messagesAndTimes: 5
    case .nothing, .seconds, .times, .readAndTimes, .status: nil
    }
  }

  /// The numbers that may be given.
  var range: ClosedRange<Int> {
    if case .seconds = self { -1_000_000...1_000_000 } else { 0...Int.max }
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
