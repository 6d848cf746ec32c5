/// A misbehaviour as it was asked for: `drop:50`, `429:3`, `rest-503:operators:2`.
package struct SimulatorFault: Sendable, Equatable {
  package let kind: FaultKind
  /// A number of events, of messages or of times, by the kind; absent = always.
  package internal(set) var amount: Int?
  /// The read that fails, for the kinds that make one fail.
  package let read: Read?
  /// The status or the close code, for the kinds that want one.
  package let code: Int?
  /// How often what comes after a number of messages happens; absent = always.
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
