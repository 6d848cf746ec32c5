package import WallboardCore
import WallboardPlatform

/// `wallboard snapshot`: connect, fold, print the board once.
package struct SnapshotMode {
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
  private let asJSON: Bool

  /// Prints the reader's board at that moment, as far as the disclosure reaches.
  package init(_ reader: FeedReader, at moment: Moment, asJSON: Bool, disclosure: Disclosure) {
    self.reader = reader
    self.moment = moment
    self.asJSON = asJSON
    self.disclosure = disclosure
  }

  /// Folds until the moment has come, and prints the board.
  package func run() throws -> HeadlessEnd {
    if let end = fold() { return end }
    guard reader.state.board.connection.wasOpen else {
      return .failed("the stream could not be opened in time")
    }
    var writer = OutputWriter()
    writer.write(line: asJSON ? try json() : text())
    writer.flush()
    return writer.end
  }

  private func fold() -> HeadlessEnd? {
    let started = Clock.uptime
    while true {
      let elapsed = (Clock.uptime - started) / 1_000_000
      let left = deadline - elapsed
      guard left > 0 else { return nil }
      for action in reader.next(within: Int(clamping: min(left, 1_000))) {
        action.notice.map(Message.write)
        if moment == .streamEnd, endsStream(action) { return nil }
        if let end = action.headlessEnd { return end }
      }
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

  private func endsStream(_ action: Action) -> Bool {
    guard case .connection(let change) = action else { return false }
    return reader.state.board.connection.wasOpen && change.phase != .open
  }

  private var isComplete: Bool {
    let board = reader.state.board
    return board.connection.isOpen
      && SnapshotSource.allCases.allSatisfy { board.reads[$0]?.outcome != nil }
  }

  private func json() throws -> String {
    try JSONLineEncoder(disclosure).line(
      SnapshotDocument(reader.state.board, at: Clock.now, disclosure: disclosure))
  }

  private func text() -> String {
    SnapshotText(reader.state.board, at: Clock.now, disclosure: disclosure).lines
      .joined(separator: "\n")
  }
}
