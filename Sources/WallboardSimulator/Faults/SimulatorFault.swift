/// A misbehaviour as it was asked for: `drop:50`, `429:3`, `rest-503:operators:2`.
package struct SimulatorFault: Sendable, Equatable {
  package let kind: FaultKind
  /// A number of events or of times, by the kind; absent = always.
  package internal(set) var amount: Int?
  /// The read that fails, for the kinds that make one fail.
  package let read: Read?

  /// Reads `KIND[:ARGUMENT]`; nothing when the text is not of that form.
  package static func parse(_ text: String) -> SimulatorFault? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let kind = parts.popFirst().flatMap({ FaultKind(rawValue: String($0)) }) else {
      return nil
    }
    let read = kind.wantsRead ? parts.popFirst().flatMap { Read(rawValue: String($0)) } : nil
    let number = parts.popFirst()
    let amount = number.flatMap { Int($0) } ?? kind.argument.defaultAmount
    let isNumberGood = number.map { Int($0) ?? -1 >= 0 && kind.argument.takesNumber } ?? true
    guard parts.isEmpty, isNumberGood, kind.wantsRead == (read != nil) else { return nil }
    return SimulatorFault(kind: kind, amount: amount, read: read)
  }
}
