/// A misbehaviour as it was asked for: `drop:50`, `429:3`, `rest-503:operators:2`.
package struct SimulatorFault: Sendable, Equatable {
  package let kind: FaultKind
  /// A number of events or of times, by the kind; absent = always.
  package internal(set) var amount: Int?
  /// The read that fails, for the kinds that make one fail.
  package let read: Read?

  /// Reads `KIND[:ARGUMENT]`; nothing when the text is not of that form.
  package static func parse(_ text: String) -> SimulatorFault? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let arguments = parts.dropFirst()
    guard let kind = FaultKind(rawValue: parts[0]) else { return nil }
    switch kind.argument {
    case .nothing: return arguments.isEmpty ? SimulatorFault(kind: kind, read: nil) : nil
    case .events, .times: return parse(kind, arguments, read: nil)
    case .readAndTimes:
      guard let read = arguments.first.flatMap(Read.init) else { return nil }
      return parse(kind, arguments.dropFirst(), read: read)
    }
  }

  private static func parse(
    _ kind: FaultKind, _ numbers: ArraySlice<String>, read: Read?
  ) -> SimulatorFault? {
    guard let text = numbers.first else {
      return SimulatorFault(kind: kind, amount: kind.argument.defaultAmount, read: read)
    }
    guard numbers.count == 1, let amount = Int(text), amount >= 0 else { return nil }
    return SimulatorFault(kind: kind, amount: amount, read: read)
  }
}
