import Glibc
import WallboardTerminal

/// What this process asks of the system before anything else.
enum ProcessSetup {
  static func prepare() {
    fillStandardDescriptors()
    disableCoreDumps()
    unblockSignals()
    ignoreWrites()
  }

  /// A reader that is gone and a file that may not get larger fail the write, which is told in a
  /// sentence where it matters, and do not end the program in the middle of a frame.
  private static func ignoreWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// A core file would hold what callers said: none is written (interface, "Privacy").
  private static func disableCoreDumps() {
    ProcessMemory.keepPrivate()
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }

  /// A parent may have closed one of the first three: a file or a connection would get its number,
  /// and messages and output go there. What takes the place fails as a closed one does.
  private static func fillStandardDescriptors() {
    for (number, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free: those before it are taken by now.
      _ = unsafe open("/dev/null", access)
    }
  }

  /// A parent may have left signals blocked; a program that cannot be ended would run for ever.
  private static func unblockSignals() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
  }
}
