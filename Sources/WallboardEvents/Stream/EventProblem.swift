/// What makes the data of an event useless although it may be JSON.
enum EventProblem: Error {
  /// The event is named nowhere.
  case noName
  /// An observer's message tells of a call that is not the one observed.
  case anotherCall
  /// The nesting goes beyond ``JSONDepth/limit``.
  case tooDeep
  /// One of these fields has a value that its type cannot hold; without a field, some value has.
  case unfit(fields: [String])
}

extension EventProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noName: "no event name"
    case .anotherCall: "call_sid: another call"
    case .tooDeep: "nested more than \(JSONDepth.limit) levels deep"
    case .unfit(fields: []): "a value that does not fit"
    case .unfit(let fields): "\(fields.joined(separator: " or ")): a value that does not fit"
    }
  }
}
