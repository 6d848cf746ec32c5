/// What may follow the kind of a fault.
enum FaultArgument {
  case nothing
  /// A number of events, with its name for `--help`.
  case events(String, default: Int)
  /// How often the fault happens; always, when it is not given.
  case times
  /// The read that fails, and how often.
  case readAndTimes

  var help: String {
    switch self {
    case .nothing: ""
    case .events(let name, _): "[:\(name)]"
    case .times: "[:TIMES]"
    case .readAndTimes: ":READ[:TIMES]"
    }
  }

  var defaultAmount: Int? {
    switch self {
    case .events(_, let amount): amount
    case .nothing, .times, .readAndTimes: nil
    }
  }

  var takesNumber: Bool {
    switch self {
    case .nothing: false
    case .events, .times, .readAndTimes: true
    }
  }
}
