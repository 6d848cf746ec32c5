import Foundation
import Glibc
import Synchronization
import TestSupport

/// A terminal that does nothing by itself: a program runs in it, in a session of its own, and its
/// bytes are kept as long as somebody reads them.
final class PseudoTerminal: Sendable {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// How a process ended.
  struct End: Sendable {
    /// Its exit status, or the number of the signal that ended it, negated.
    let status: Int32
    /// Seconds of processor time.
    let seconds: Double
    let at: ContinuousClock.Instant
  }

  struct State {
    var bytes: [UInt8] = []
    var isReading = true
    var end: End?
    /// How the other end reads.
    var line = Line()
    /// The end of what was read, which may be the beginning of a question.
    var rest: [UInt8] = []
    var answers = 0
    /// How many of the bytes were looked at for questions where the cursor stands.
    var placesTold = 0
  }

  /// `TIOCGPTN` and `TIOCSPTLCK` (ioctl_tty(2)), which Swift does not read.
  private static let (getNumber, setLock): (UInt, UInt) = (0x8004_5430, 0x4004_5431)

  let process: pid_t
  let master: Int32
  /// The line settings that the program finds, in words; no two of them are usual.
  let firstModes: String
  /// The program's side, so that the modes stay when the program is gone.
  private let slave: Int32
  let state = Mutex(State())

  /// Runs a command line of the shell's, which may set up what the program finds.
  init(
    _ command: String, columns: Int = 100, rows: Int = 30, environment: [String: String] = [:],
    line: Line = Line()
  ) throws {
    state.withLock { $0.line = line }
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, lock): (Int32, Int32) = (0, 0)
    guard unsafe ioctl(master, Self.getNumber, &number) == 0,
      unsafe ioctl(master, Self.setLock, &lock) == 0
    else { throw Failed(description: "no pseudo-terminal: \(errno)") }
    Self.setSize(of: master, columns, rows)
    let path = "/dev/pts/\(number)"
    slave = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    Self.setUnusualModes(of: slave)
    firstModes = Self.modes(of: slave)
    process = try Self.start(command, on: path, environment)
    Self.keepReading(self)
    Self.awaitEnd(self)
  }

  deinit {
    if end == nil { kill(process, SIGKILL) }
    close(master)
    close(slave)
  }

  /// What was written so far.
  var bytes: [UInt8] { state.withLock { $0.bytes } }

  var count: Int { state.withLock { $0.bytes.count } }

  /// How the process ended, if it has.
  var end: End? { state.withLock { $0.end } }

  /// The line settings that the terminal has now, in words.
  var modes: String { Self.modes(of: slave) }

  /// Reads no more until ``resume()``: what the program writes fills the terminal's buffer.
  func stall() { state.withLock { $0.isReading = false } }

  func resume() { state.withLock { $0.isReading = true } }

  /// Whether the program has read all that was typed.
  var hasReadAll: Bool {
    var count: Int32 = 0
    return unsafe ioctl(slave, UInt(FIONREAD), &count) == 0 && count == 0
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) { _ = unsafe write(master, bytes, bytes.count) }

  func resize(columns: Int, rows: Int) { Self.setSize(of: master, columns, rows) }

  func signal(_ number: Int32) { kill(process, number) }

  /// Stops output, as any program may.
  func stopOutput() { tcflow(slave, TCOOFF) }

  /// Has Ctrl-S stop output, as `stty ixon` does from somewhere else.
  func useFlowControl() {
    var modes = termios()
    guard unsafe tcgetattr(slave, &modes) == 0 else { return }
    modes.c_iflag |= tcflag_t(IXON)
    unsafe tcsetattr(slave, TCSANOW, &modes)
  }

  /// Takes the terminal away.
  func hangUp() {
    // The reader's poll may hold the file for a moment: /dev/null in its place closes it at once.
    let null = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    state.withLock { $0.isReading = false }
    dup2(null, master)
    close(null)
  }

  /// Waits until it is so; what was written is told where it does not come.
  func wait(
    _ awaited: String, deadline: Duration = .seconds(90), until holds: () throws -> Bool
  ) async throws {
    try await waitUntil(
      awaited, deadline: deadline,
      seen: { String(decoding: bytes.suffix(400), as: UTF8.self).debugDescription }, until: holds)
  }

  /// Waits until the text was written since the byte of that number.
  func wait(for text: String, since first: Int = 0) async throws {
    var looked = -1
    try await wait(text) {
      let count = count
      defer { looked = count }
      return count != looked && has(text, since: first)
    }
  }

  /// Whether the text was written since the byte of that number.
  func has(_ text: String, since first: Int = 0) -> Bool {
    // Foundation's search is quick in a build for debugging, too.
    Data(bytes.dropFirst(first)).range(of: Data(text.utf8)) != nil
  }

  /// Waits until the process is gone.
  func waitForEnd() async throws -> End {
    try await wait("the end") { end != nil }
    guard let end else { throw Failed(description: "no end") }
    return end
  }

  /// Whether the terminal takes nothing more: it is full, or stopped.
  var isFull: Bool {
    var request = pollfd(fd: slave, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&request, 1, 0) == 0
  }

  /// Has the board draw until a terminal that nobody reads takes nothing more.
  func repaintUntilFull() async throws {
    try await wait("a full terminal") {
      if !isFull { type("\u{0C}") }
      return isFull
    }
  }

  private static func modes(of terminal: Int32) -> String {
    var modes = termios()
    guard unsafe tcgetattr(terminal, &modes) == 0 else { return "none: \(errno)" }
    return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(modes.c_cc)"
  }

  private static func setUnusualModes(of terminal: Int32) {
    var modes = termios()
    guard unsafe tcgetattr(terminal, &modes) == 0 else { return }
    modes.c_iflag |= tcflag_t(IMAXBEL)
    modes.c_lflag &= ~tcflag_t(ECHOK)
    modes.c_cc.5 = 1
    unsafe tcsetattr(terminal, TCSANOW, &modes)
  }

  private static func setSize(of terminal: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  private static func awaitEnd(_ terminal: PseudoTerminal) {
    let process = terminal.process
    Thread.detachNewThread { [weak terminal] in
      var status: Int32 = 0
      var usage = rusage()
      while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
      let end = End(
        status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F),
        seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), at: .now)
      terminal?.state.withLock { $0.end = end }
    }
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

}
