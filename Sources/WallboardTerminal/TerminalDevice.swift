import CNcurses
import Glibc
import WallboardScreen
import WallboardSystem

/// The tty itself: its modes, its size, and output that is never waited for.
///
/// It is opened anew, because whether a descriptor blocks is a property of the open file, and the
/// one behind standard output is shared with the shell.
final class TerminalDevice {
  // Together at most 60 ms: a program that was told to end is gone within 100.
  private static let farewellAttempts = 3
  private static let farewellPatience: Int32 = 20

  /// Bytes that may wait before what comes on top of them is left out.
  private static let longestQueue = 128 << 10

  let descriptor: Int32

  /// Whether output failed for good.
  private(set) var isGone = false

  /// The modes that the terminal has when it is a shell's.
  private(set) var shellModes = termios()
  /// The modes that it has while it is the program's, once they are known.
  private(set) var programModes: termios?
  /// The bytes that were handed over so far, whether the terminal has taken them or not.
  private(set) var bytesWritten = 0

  private var unsent: [UInt8] = []

  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    descriptor = try Self.open()
    guard unsafe tcgetattr(descriptor, &shellModes) == 0 else {
      throw .cannotOpen(reason: "\(SystemFailure())")
    }
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// The size that the terminal reports; nil when it does not know.
  var size: Size? {
    var window = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    guard window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  var hasUnsentOutput: Bool { !unsent.isEmpty }

  /// Makes the modes that ncurses has set the program's.
  func adoptProgramModes() {
    programModes = currentModes.withoutFlowControl
    takeModes()
  }

  /// Sets the program's modes, and starts output that somebody has stopped.
  func takeModes() {
    setModes(programModes ?? shellModes.withoutFlowControl)
    wallboard_start_output(descriptor)
  }

  /// Sets modes in which answers can be read as they come, and none is shown.
  func takeModesForAnswers() {
    var modes = shellModes.withoutFlowControl
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    programModes = modes
    takeModes()
  }

  /// Sets the shell's modes again, unless another job has the terminal by now and has changed them.
  func giveModesBack() {
    guard isForeground || programModes?.isLike(currentModes) ?? true else { return }
    setModes(shellModes)
  }

  /// Remembers the modes that the terminal has now as those to give back.
  func adoptShellModes() {
    shellModes = currentModes
  }

  /// Whether no other job has the terminal; one that is not this session's belongs to none.
  var isForeground: Bool { Self.isForeground(descriptor) }

  static func isForeground(_ descriptor: Int32) -> Bool {
    let group = tcgetpgrp(descriptor)
    return group <= 0 || group == getpgrp()
  }

  /// Takes the terminal for gone.
  func abandon() {
    isGone = true
    unsent = []
  }

  /// Reads what was typed, without waiting.
  func read(atMost limit: Int) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let length = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
      count = max(0, length)
      // The end of the file is a hang-up.
      failure = length > 0 ? 0 : length < 0 ? errno : EIO
    }
    if failure != 0, failure != EINTR { abandonUnlessBusy(failure) }
    return bytes
  }

  /// Hands over as many bytes as the terminal takes now; the rest waits for ``flush()``. All of them
  /// are left out where too many wait already.
  func send(_ bytes: [UInt8]) {
    if unsent.count <= Self.longestQueue {
      unsent += bytes
      bytesWritten += bytes.count
    }
    flush()
  }

  /// Hands over what the terminal has not taken yet, as far as it takes it now.
  func flush() {
    while !unsent.isEmpty {
      let count = unsafe unsent.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        unsent.removeFirst(count)
      } else if errno != EINTR {
        abandonUnlessBusy(errno)
        return
      } else if !isForeground {
        // A write from the background is interrupted every time (TOSTOP).
        return
      }
    }
  }

  /// Waits until something was typed.
  ///
  /// - Returns: `false` when the time is up, or the terminal is gone.
  func waitForInput(until deadline: ContinuousClock.Instant) -> Bool {
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: deadline).components
    let milliseconds = Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard milliseconds > 0, unsafe poll(&request, 1, milliseconds) >= 0 || errno == EINTR else {
      return false
    }
    return Int32(request.revents) & (POLLHUP | POLLERR | POLLNVAL) == 0
  }

  /// Throws away what was typed and not read.
  func discardInput() {
    tcflush(descriptor, TCIFLUSH)
  }

  /// Sends the last bytes before a shell takes over, and waits a moment for the terminal to take
  /// them. If it does not, what it has not read yet is thrown away in their favour.
  ///
  /// - Returns: Whether the terminal took all that was written.
  @discardableResult
  func sendFarewell(_ bytes: [UInt8]) -> Bool {
    wallboard_start_output(descriptor)
    let isWhole = unsent.isEmpty
    // The rest of a frame would only delay them. A sequence that was cut ends at the next escape.
    unsent = []
    send(bytes)
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    for _ in 0..<Self.farewellAttempts where hasUnsentOutput {
      _ = unsafe poll(&request, 1, Self.farewellPatience)
      flush()
    }
    guard hasUnsentOutput else { return isWhole && !isGone }
    if tcflush(descriptor, TCOFLUSH) == 0 {
      // Some of them may have been among what was thrown away.
      unsent = []
      send(bytes)
    }
    unsent = []
    return false
  }

  /// The signal that the terminal would have made of a key, had it come as a control character and not
  /// by its number; `nil` for any other key.
  func signal(of key: Key) -> Int32? {
    guard case .control(let character) = key, let letter = character.asciiValue,
      var modes = programModes
    else { return nil }
    let number = unsafe wallboard_signal_of(&modes, letter & 0x1F)
    return number == 0 ? nil : number
  }

  private func abandonUnlessBusy(_ code: Int32) {
    if code != EAGAIN { abandon() }
  }

  private var currentModes: termios {
    var modes = shellModes
    unsafe tcgetattr(descriptor, &modes)
    return modes
  }

  private func setModes(_ modes: termios) {
    var modes = modes
    unsafe tcsetattr(descriptor, TCSANOW, &modes)
  }

  // In a container the name may be of another mount namespace; then the controlling terminal is meant.
  private static func open() throws(TerminalError) -> Int32 {
    let flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    if let name = unsafe ttyname(STDOUT_FILENO) {
      let descriptor = unsafe Glibc.open(name, flags)
      if descriptor >= 0 { return descriptor }
    }
    let descriptor = unsafe Glibc.open("/dev/tty", flags)
    guard descriptor >= 0 else { throw .cannotOpen(reason: "\(SystemFailure())") }
    return descriptor
  }
}

extension termios {
  /// With Ctrl-S and Ctrl-Q as keys: nobody would notice that a picture stands still.
  fileprivate var withoutFlowControl: termios {
    var modes = self
    modes.c_iflag &= ~tcflag_t(IXON)
    return modes
  }

  /// Whether input and output are treated alike.
  fileprivate func isLike(_ other: termios) -> Bool {
    c_iflag == other.c_iflag && c_oflag == other.c_oflag && c_lflag == other.c_lflag
  }
}
