import WallboardBoard
import WallboardEvents
@testable import WallboardNetwork
import WallboardPlatform
import WallboardRecording

/// Folds what came as the program does, from the bytes on, and writes down what became of it.
struct CorpusFold {
  /// Every event as `events --json` and `follow --json` print it, and what else was found in the stream.
  private(set) var events: [String] = []
  /// The board, each time that somebody asked for it.
  private(set) var boards: [String] = []
  private(set) var state = WallboardState(BoardSettings(privacy: Shown.privacy))

  private var stream = StreamReader(cursor: StreamCursor())
  private let decoder = WorkspaceEventDecoder()
  private let encoder = EventLineEncoder(Shown.disclosure)
  private var now = Timestamp(milliseconds: 0)
  /// When something last came, and up to when time has passed, in seconds.
  private var heard: Int64 = 0
  private var passed: Int64 = 0

  /// Two hours ahead of UTC, so that a day turns in the middle of the events.
  private static let utcOffset = 7_200

  mutating func fold(_ tape: Tape) throws {
    for step in tape.steps {
      switch step {
      case .clock(let time): pass(to: time)
      case .recorded(let line): take(line)
      case .message(let callSID, let text): take(message: text, of: callSID)
      case .stream(let bytes):
        // Cut in the middle, as a network would.
        for piece in [bytes.prefix(bytes.count / 2), bytes.suffix(from: bytes.count / 2)] {
          read(piece)
        }
      case .board(let name): boards += BoardText(state.board, named: name).brief
      }
    }
  }

  /// Writes down all that is known in the end.
  mutating func finish(_ name: String) {
    boards += BoardText(state.board, named: name).lines
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    let reading = stream.read(Array(bytes).span, at: now)
    for delivery in reading.deliveries { delivery.forEach(decoder) { take(Input($0)) } }
    if let retry = reading.retryMilliseconds { events.append("retry: \(retry)") }
    if let end = reading.end { events.append("end: \(end.sentence)") }
  }

  private mutating func take(_ line: RecordedLine) {
    guard case .input(let input) = line.content else { return }
    take(input)
  }

  private mutating func take(message: String, of callSID: CallSID) {
    switch ObserverEventDecoder().decode(message, of: callSID, at: now) {
    case .event(let event): take(.observed(event))
    case .malformed(let event): take(.observedMalformed(callSID, event))
    }
  }

  mutating func take(_ input: Input) {
    heard = now.seconds
    events += line(input).map { [$0] } ?? []
    _ = reduce(into: &state, input)
  }

  private func line(_ input: Input) -> String? {
    switch input {
    case .received(let event): try? encoder.line(for: event)
    case .malformed(let event): try? encoder.line(for: event)
    case .observed(let event): try? encoder.line(for: event)
    case .observedMalformed(_, let event): try? encoder.line(for: event)
    case .heard, .connection, .clock, .readStarted, .read, .readFailed, .past, .observer, .intent,
      .notice, .note, .noteFailed, .notes,
      .following, .passed, .restored, .recording, .playback, .frame:
      nil
    }
  }

  /// Lets time pass: second by second while something comes, and in larger steps in a silence.
  private mutating func pass(to time: Timestamp) {
    if passed == 0 { passed = time.seconds - 1 }
    while passed < time.seconds {
      passed = min(time.seconds, passed + (passed - heard < 3 ? 1 : 30))
      let moment = Timestamp(milliseconds: passed * 1_000)
      let effects = reduce(into: &state, .passed(to: moment, utcOffset: Self.utcOffset))
      for case .alarm(let alerts) in effects {
        events.append("alarm at \(passed): " + alerts.map(\.key.text).joined(separator: ", "))
      }
    }
    now = time
  }
}

/// What is taken for granted.
enum Shown {
  /// Everything is written down, and pseudonyms are the same every time.
  static let privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
  static let disclosure = privacy.output
}
