import CNcurses
import Glibc
package import WallboardScreen

/// Asks the terminal on standard output what it is, without drawing on it: what is written for that is
/// taken away again.
package enum TerminalProbe {
  private static let question = "\u{1B}[c"
  /// How long an answer is waited for at first. Who answers at all does so within that over any line.
  private static let patience = Duration.seconds(2)
  /// How long the answer behind ``loadSize`` bytes may take: a line of 9,600 bits needs four seconds.
  private static let longPatience = Duration.seconds(6)
  /// How long what did not answer in time is listened to all the same.
  private static let lateness = Duration.seconds(4)
  /// Bytes by which the line is measured.
  private static let loadSize = 4_095

  package static func facts() -> TerminalFacts {
    var facts = TerminalFacts()
    facts.type = Terminal.terminalType
    facts.isUTF8 = TextEncoding.adoptFromEnvironment() == .utf8
    facts.multiplexer = Multiplexer { Terminal.variable($0) }
    facts.isTerminal = isatty(STDOUT_FILENO) == 1
    guard facts.isTerminal else { return facts }
    var status: Int32 = 0
    guard unsafe setupterm(nil, STDOUT_FILENO, &status) == OK else {
      facts.problem = "\(TerminalError.unknownType(facts.type))"
      return facts
    }
    guard Capabilities.canMoveCursor else {
      facts.problem = "\(TerminalError.cannotMoveCursor(facts.type))"
      return facts
    }
    facts.colors = Terminal.outputColorSupport()
    guard !Terminal.isInBackground, let device = try? TerminalDevice() else { return facts }
    facts.size = device.size
    if Capabilities.isStandard { uninterrupted { measure(device, &facts) } }
    return facts
  }

  /// Keeps signals waiting meanwhile: who ends the program then would find a terminal without echo.
  private static func uninterrupted(_ body: () -> Void) {
    var (held, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU] {
      unsafe sigaddset(&held, number)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    body()
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func measure(_ device: TerminalDevice, _ facts: inout TerminalFacts) {
    device.takeModesForAnswers()
    defer { device.giveModesBack() }
    guard let first = ask("", of: device, within: patience) else {
      return swallowLateAnswer(of: device)
    }
    facts.answerTime = first.time
    let widths = facts.isUTF8 ? TerminalFacts.doubtful : []
    let places = widths.map { "\r\($0)\u{1B}[6n" }.joined() + "\r\u{1B}[K"
    // A console of an old kernel would show it.
    let background = facts.type.hasPrefix("linux") ? "" : "\u{1B}]11;?\u{1B}\\"
    guard let second = ask(background + places, of: device, within: patience) else {
      return swallowLateAnswer(of: device)
    }
    facts.answers = second.answers
    if second.answers.columns.count == widths.count {
      facts.widths = zip(widths, second.answers.columns).map {
        TerminalFacts.MeasuredWidth(character: $0, measured: $1 - 1)
      }
    }
    let load = String(repeating: "\u{1B}[m", count: loadSize / 3)
    guard let third = ask(load, of: device, within: longPatience) else {
      return swallowLateAnswer(of: device)
    }
    // What an answer takes by itself says nothing of the line's width.
    let time = max(third.time - first.time, .milliseconds(1))
    facts.bytesPerSecond = Int(Double(loadSize) / (time / .seconds(1)))
  }

  /// An answer that came later still would be typed into the shell.
  private static func swallowLateAnswer(of device: TerminalDevice) {
    let limit = ContinuousClock.now + lateness
    var bytes: [UInt8] = []
    while TerminalAnswers(bytes).attributes == nil, device.waitForInput(until: limit) {
      bytes = (bytes + device.read(atMost: 4_096)).suffix(4_096)
      if ContinuousClock.now >= limit { break }
    }
    device.discardInput()
  }

  /// Writes that, and waits for what the terminal answers to a question behind it; `nil` where it does
  /// not answer in time.
  private static func ask(
    _ text: String, of device: TerminalDevice, within limit: Duration
  ) -> (answers: TerminalAnswers, time: Duration)? {
    let start = ContinuousClock.now
    var bytes: [UInt8] = []
    device.send(Array((text + question).utf8))
    while device.hasUnsentOutput, start.duration(to: .now) < limit {
      usleep(10_000)
      device.flush()
    }
    while device.waitForInput(until: start + limit) {
      bytes += device.read(atMost: 4_096)
      let answers = TerminalAnswers(bytes)
      if answers.attributes != nil { return (answers, start.duration(to: .now)) }
      guard start.duration(to: .now) < limit else { break }
    }
    return nil
  }
}

extension Terminal {
  /// The release of ncurses that is in use, such as `ncurses 6.4.20221231`.
  package static var libraryVersion: String {
    unsafe curses_version().map { unsafe String(cString: $0) } ?? "ncurses"
  }
}
