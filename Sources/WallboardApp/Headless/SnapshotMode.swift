package import WallboardBoard
package import WallboardEvents
import WallboardScreen

/// `wallboard snapshot`: connect, fold, print the board once, or what a check says of it.
package struct SnapshotMode {
  /// What is printed.
  package enum Form: Sendable {
    case text
    case json
    /// One line: whether it holds, and the numbers that decided.
    case verdict(Check)
  }

  /// When the board is printed.
  package enum Moment: Equatable, Sendable {
    /// As soon as the stream is open and every read has come back.
    case complete
    /// After so many milliseconds.
    case after(milliseconds: Int64)
    /// When the stream ends.
    case streamEnd
  }

  /// How long ``Moment/complete`` waits for a platform that does not answer, in milliseconds.
  private static let patience: Int64 = 20_000

  private let reader: FeedReader
  private let moment: Moment
  private let disclosure: Disclosure
  private let form: Form

  package init(_ reader: FeedReader, at moment: Moment, as form: Form, disclosure: Disclosure) {
    self.reader = reader
    self.moment = moment
    self.form = form
    self.disclosure = disclosure
  }

  /// Folds until the moment has come, and prints the board.
  package func run() throws -> HeadlessEnd {
    let end = fold() ?? (isKnown ? .done : .failed("No connection to the platform in time"))
    return switch (form, end) {
    case (.verdict(let check), _): judge(check, after: end)
    case (.text, .done): print(text())
    case (.json, .done): print(try json())
    case (.text, _), (.json, _): end
    }
  }

  /// Prints the verdict. It is unknown where the platform cannot be reached, but not where it
  /// refuses the credential.
  private func judge(_ check: Check, after end: HeadlessEnd) -> HeadlessEnd {
    let board = reader.state.board
    let staleAfter = reader.state.settings.staleAfter
    switch end {
    case .failed(let reason):
      let written = print(TextSafety.clean("unknown: \(reason)").marked)
      return written == .done ? .unknown : written
    case .done:
      let verdict = check.verdict(on: board, staleAfter: staleAfter)
      let doubt = board.isLive(staleAfter: staleAfter) ? "not known yet" : "not connected"
      let written = print(verdict.line(doubt: doubt))
      return written == .done ? verdict.end : written
    case .refused, .unmet, .unknown: return end
    }
  }

  private func print(_ text: String) -> HeadlessEnd {
    var writer = OutputWriter()
    writer.write(line: text)
    writer.flush()
    return writer.end
  }

  private var board: Board { reader.state.board }

  /// Whether there is something to print, be it from reads alone.
  private var isKnown: Bool { board.connection.wasOpen || board.readAge != nil }

  private func fold() -> HeadlessEnd? {
    let started = Clock.uptime
    while true {
      let elapsed = (Clock.uptime - started) / 1_000_000
      let left = deadline - elapsed
      guard left > 0 else { return nil }
      let wait = Int(clamping: min(left, 1_000))
      let end = reader.next(within: wait) { input in
        input.notice.map(Message.write)
        return endsStream(input) ? .done : input.headlessEnd
      }
      if let end { return end }
      if moment == .complete, isComplete { return nil }
    }
  }

  private var deadline: Int64 {
    switch moment {
    case .complete: Self.patience
    case .after(let milliseconds): milliseconds
    case .streamEnd: .max
    }
  }

  /// Whether this is the end of the stream that is waited for; what the next connection brings
  /// comes too late.
  private func endsStream(_ input: Input) -> Bool {
    guard moment == .streamEnd, case .connection(let change) = input else { return false }
    return reader.state.board.connection.wasOpen && change.phase != .open
  }

  /// An unanswered stream may still be answered: it is waited for until the time is over.
  private var isComplete: Bool {
    let board = reader.state.board
    return board.connection.isOpen
      && SnapshotSource.allCases.allSatisfy { board.reads[$0]?.outcome != nil }
  }

  private func json() throws -> String {
    try JSONLineEncoder(disclosure).line(
      SnapshotDocument(board, at: board.now, disclosure: disclosure))
  }

  private func text() -> String {
    SnapshotText(board, reader.state.settings, disclosure).lines.joined(separator: "\n")
  }
}

extension Check.Verdict {
  /// The verdict as a line, with the numbers that decided; `doubt` says why one is unknown.
  func line(doubt: String) -> String {
    switch self {
    case .holds(let findings): "holds: \(Self.list(findings, doubt))"
    case .fails(let findings): "does not hold: \(Self.list(findings, doubt))"
    case .unknown(let findings): "unknown: \(Self.list(findings, doubt))"
    }
  }

  var end: HeadlessEnd {
    switch self {
    case .holds: .done
    case .fails: .unmet
    case .unknown: .unknown
    }
  }

  private static func list(_ findings: [Check.Finding], _ doubt: String) -> String {
    findings.map { $0.words(doubt: doubt) }.joined(separator: ", ")
  }
}
