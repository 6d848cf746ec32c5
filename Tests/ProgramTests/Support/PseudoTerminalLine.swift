import Foundation
import Glibc
import Synchronization

/// The line to a terminal, and what it answers when it is asked how far it has come.
extension PseudoTerminal {
  /// What a terminal's bytes go through on their way, and back.
  struct Line: Sendable {
    /// Bytes a second; `nil` for as many as come.
    var rate: Int?
    /// Whether it answers what it is (DA1), as terminals do.
    var answers = true
    /// How long an answer takes.
    var latency: Duration = .zero
    /// The background that it names when it is asked (OSC 11), such as `rgb:ffff/ffff/ffff`; `nil`
    /// where it does not know the question.
    var background: String?
    /// How many columns characters of ambiguous width take, where it says so (CPR).
    var ambiguousWidth: Int?
  }

  /// The answer of a VT220 to DA1, `ESC [ c`.
  private static let answer = "\u{1B}[?62;22c"

  /// How often the program has asked what the terminal is.
  var questions: Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}[c").count - 1
  }

  /// How often it was told.
  var answers: Int { state.withLock { $0.answers } }

  /// Gives no answers from now on.
  func fallSilent() { state.withLock { $0.line.answers = false } }

  /// Takes characters of ambiguous width to be so wide from now on.
  func takeAmbiguousWidth(_ width: Int) { state.withLock { $0.line.ambiguousWidth = width } }

  /// Takes note of what was read, and answers what was asked.
  func take(_ read: ArraySlice<UInt8>) {
    let (questions, latency, others) = state.withLock { state in
      state.bytes += read
      let text = state.rest + read
      state.rest = text.suffix(2)
      let count = zip(text, zip(text.dropFirst(), text.dropFirst(2))).count {
        $0 == 0x1B && $1.0 == UInt8(ascii: "[") && $1.1 == UInt8(ascii: "c")
      }
      let others = state.backgroundAnswer() + state.placeAnswers()
      return (state.line.answers ? count : 0, state.line.latency, others)
    }
    guard questions > 0 || !others.isEmpty else { return }
    let answers = others + String(repeating: Self.answer, count: questions)
    Task { [weak self] in
      try await Task.sleep(for: latency)
      self?.type(answers)
      self?.state.withLock { $0.answers += questions }
    }
  }

  /// How often the program has asked for the background.
  var backgroundQuestions: Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: State.backgroundQuestion).count
      - 1
  }

  /// How often it has asked how wide characters are.
  var widthQuestions: Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}[6n").count - 1
  }

  static func keepReading(_ terminal: PseudoTerminal) {
    let master = terminal.master
    Thread.detachNewThread { [weak terminal] in
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      while let reader = terminal {
        let rate = reader.state.withLock { $0.line.rate }
        guard reader.state.withLock({ $0.isReading }), unsafe poll(&request, 1, 10) > 0 else {
          usleep(2_000)
          continue
        }
        // A fiftieth of a second's bytes at a time.
        let length = unsafe read(master, &buffer, rate.map { max(1, $0 / 50) } ?? buffer.count)
        if length <= 0 { return }
        if let rate { usleep(UInt32(clamping: length * 1_000_000 / rate)) }
        reader.take(buffer.prefix(length))
      }
    }
  }
}

extension PseudoTerminal.State {
  fileprivate static let backgroundQuestion = "\u{1B}]11;?\u{1B}\\"

  /// What is to be said of the background: once, when it was asked for.
  fileprivate mutating func backgroundAnswer() -> String {
    guard let background = line.background,
      String(decoding: bytes, as: UTF8.self).contains(Self.backgroundQuestion)
    else { return "" }
    line.background = nil
    return "\u{1B}]11;\(background)\u{1B}\\"
  }

  /// Where the cursor stands, at each place where that was asked since the last time.
  fileprivate mutating func placeAnswers() -> String {
    guard let width = line.ambiguousWidth else { return "" }
    let question = Array("\u{1B}[6n".utf8)
    var answers = ""
    while let found = bytes[placesTold...].firstRange(of: question) {
      var picture = TerminalPicture(columns: 500, rows: 200, ambiguousWidth: width)
      picture.apply(Array(bytes[placesTold..<found.lowerBound]))
      answers += "\u{1B}[\(picture.cursor.row);\(picture.cursor.column)R"
      placesTold = found.upperBound
    }
    return answers
  }
}
