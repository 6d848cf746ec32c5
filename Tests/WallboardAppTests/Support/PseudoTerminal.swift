import Foundation
import Glibc
import Synchronization

@testable import WallboardApp

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
  }

  /// `POSIX_SPAWN_SETSID` of glibc, which its header shows to GNU programs alone.
  private static let newSession: Int32 = 0x80

  /// `TIOCGPTN` and `TIOCSPTLCK` (ioctl_tty(2)), which Swift does not read.
  private static let (getNumber, setLock): (UInt, UInt) = (0x8004_5430, 0x4004_5431)

  let process: pid_t
  private let master: Int32
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

  /// The first child of the process, where that is a shell.
  var child: pid_t? { child(of: process) }

  /// The first child of any process.
  func child(of process: pid_t) -> pid_t? {
    let list = "/proc/\(process)/task/\(process)/children"
    let text = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
    return text.split(separator: " ").first.flatMap { pid_t($0) }
  }

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
    let last = ContinuousClock.now + deadline
    while try !holds() {
      guard ContinuousClock.now < last else {
        let tail = String(decoding: bytes.suffix(400), as: UTF8.self).debugDescription
        throw Failed(description: "“\(awaited)” did not come; written was \(tail)")
      }
      try await Task.sleep(for: .milliseconds(30))
    }
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

  /// Whether the process is stopped.
  var isStopped: Bool { isStopped(process) }

  /// Whether a process is stopped.
  func isStopped(_ process: pid_t) -> Bool { state(of: process) == "T" }

  /// Whether there is such a process; one that nobody has asked for its end is none.
  func isRunning(_ process: pid_t) -> Bool { !["", "Z", "X"].contains(state(of: process)) }

  /// From proc_pid_stat(5).
  private func state(of process: pid_t) -> String {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return String(text.split(separator: ")").last?.dropFirst().prefix(1) ?? "")
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

  /// Bytes of memory that the process has in use.
  func residentBytes(of process: pid_t) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Seconds of processor time that the process has taken.
  func processorSeconds(of process: pid_t) -> Double {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // proc_pid_stat(5): the name may hold spaces; utime and stime are the 12th and 13th after it.
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
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

  private static func keepReading(_ terminal: PseudoTerminal) {
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

  /// The first terminal that the leader of a session opens is the session's.
  private static func start(
    _ command: String, on slave: String, _ environment: [String: String]
  ) throws -> pid_t {
    let variables = Program.environment(["TERM": "xterm-256color"].merging(environment) { $1 })
    var files = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&files)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&files)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      unsafe posix_spawn_file_actions_addopen(&files, descriptor, slave, O_RDWR, 0)
    }
    // A server of another test would listen on as long as this program runs: not every socket is
    // closed by itself.
    for descriptor in 3..<min(getdtablesize(), 4_096) {
      unsafe posix_spawn_file_actions_addclose(&files, descriptor)
    }
    setUp(&attributes)
    var id: pid_t = 0
    let result = unsafe Spawn.withCStrings(["/bin/sh", "-c", command]) { arguments in
      unsafe Spawn.withCStrings(variables.map { "\($0.key)=\($0.value)" }) { variables in
        unsafe posix_spawn(&id, "/bin/sh", &files, &attributes, arguments, variables)
      }
    }
    guard result == 0 else { throw Failed(description: "no process: \(result)") }
    return id
  }

  private static func setUp(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}
