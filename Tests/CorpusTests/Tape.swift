import WallboardEvents
import WallboardRecording

/// What reached a board, as bytes: an event stream with lines between that begin with `@`.
///
/// `@1785772800000` is when what follows came; `@{…}` is a line of a recording, for what is no event of the
/// stream; `@CA… {…}` is a message of that call's observer socket; `@board NAME` is where the board is
/// written down. No line of an event stream that means something begins like that.
struct Tape {
  enum Step {
    case clock(Timestamp)
    case recorded(RecordedLine)
    case message(CallSID, String)
    case board(String)
    case stream([UInt8])
  }

  /// What a line that begins with `@` could not be read as.
  struct Unreadable: Error {
    let line: String
  }

  private(set) var steps: [Step] = []

  init(_ bytes: some Sequence<UInt8>) throws {
    let decoder = RecordingDecoder(.open)
    var stream: [UInt8] = []
    let lines = Array(bytes).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines {
      guard line.first == UInt8(ascii: "@") else {
        stream += line + [UInt8(ascii: "\n")]
        continue
      }
      if !stream.isEmpty { steps.append(.stream(stream)) }
      stream = []
      steps.append(try Self.step(line.dropFirst(), decoder))
    }
    steps.append(.stream(stream))
  }

  private static func step(
    _ line: ArraySlice<UInt8>, _ decoder: RecordingDecoder
  ) throws -> Step {
    let text = String(decoding: line, as: UTF8.self)
    if let milliseconds = Int64(text) { return .clock(Timestamp(milliseconds: milliseconds)) }
    if text.hasPrefix("{") {
      guard let recorded = decoder.line(line.span) else { throw Unreadable(line: text) }
      return .recorded(recorded)
    }
    let name = text.prefix { $0 != " " }
    let rest = String(text.dropFirst(name.count + 1))
    if name == "board" { return .board(rest) }
    guard let callSID = CallSID(String(name)) else { throw Unreadable(line: text) }
    return .message(callSID, rest)
  }
}
