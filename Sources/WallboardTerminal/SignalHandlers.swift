import CNcurses
import Glibc

/// The signals that concern a terminal program. Handlers only note and wake; the loop acts.
enum SignalHandlers {
  // SIGUSR2 keeps its meaning; SIGKILL and SIGSTOP cannot be caught.
  private static let noted = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT, SIGTTIN, SIGTTOU, SIGUSR1,
  ]
  private static let crashes = [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP]

  /// The signal that asks the program to end, if one came.
  static var termination: Int32? {
    let number = wallboard_termination()
    return number == 0 ? nil : number
  }

  static func takeResize() -> Bool { wallboard_take_resize() != 0 }
  static func takeSuspend() -> Bool { wallboard_take_suspend() != 0 }
  static func takeContinue() -> Bool { wallboard_take_continue() != 0 }

  /// Whether somebody wants a report of what the program did (SIGUSR1).
  static func takeReport() -> Bool { wallboard_take_report() != 0 }

  /// Whether the terminal was asked for what only a job in the foreground may do.
  static func takeBackground() -> Bool { wallboard_take_background() != 0 }

  /// Catches what concerns the terminal; every noted signal writes a byte to `wakeUp`.
  static func install(wakeUp: Int32) {
    wallboard_set_wakeup(wakeUp)
    wallboard_use_signal_stack()
    noted.forEach(wallboard_catch)
    crashes.forEach(wallboard_catch_crash)
    wallboard_ignore(SIGPIPE)
  }

  /// Gives every signal back to whoever had it before, but for SIGPIPE: a broken pipe stays an error
  /// code.
  static func remove() {
    wallboard_disarm_restore()
    wallboard_set_last_words(nil)
    noted.forEach(wallboard_release)
    crashes.forEach(wallboard_release)
    wallboard_set_wakeup(-1)
  }

  /// From now on a crash first writes `bytes` to the terminal and sets its modes back.
  static func armRestore(descriptor: Int32, bytes: [UInt8], modes: termios) {
    var modes = modes
    unsafe bytes.withUnsafeBytes {
      unsafe wallboard_arm_restore(
        descriptor, $0.bindMemory(to: CChar.self).baseAddress, $0.count, &modes)
    }
  }

  static func disarmRestore() {
    wallboard_disarm_restore()
  }

  /// From now on a crash calls `lastWords` after it has set the terminal back.
  static func setLastWords(_ lastWords: @escaping @convention(c) (Int32) -> Void) {
    wallboard_set_last_words(lastWords)
  }

  /// Stops the process, as the signal would if it were not caught, and returns when it goes on.
  ///
  /// - Returns: Whether it was stopped; the kernel does not stop a process that nobody could continue.
  @discardableResult
  static func stopProcess(by number: Int32) -> Bool {
    _ = takeContinue()
    wallboard_release(number)
    raise(number)
    wallboard_catch(number)
    return takeContinue()
  }

  /// Keeps what a job in the background does to the terminal from stopping it.
  static func withoutStopping<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var (stopping, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&stopping)
    unsafe sigaddset(&stopping, SIGTTOU)
    unsafe pthread_sigmask(SIG_BLOCK, &stopping, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }
}

/// What this process holds in memory: a token, and what callers said.
package enum ProcessMemory {
  /// Keeps a crash from leaving it in a core file or with a handler of core files, and other processes
  /// of the same user from reading or tracing it (`PR_SET_DUMPABLE`).
  ///
  /// - Returns: Whether the system agreed.
  @discardableResult package static func keepPrivate() -> Bool {
    wallboard_forbid_dumps() == 0
  }
}
