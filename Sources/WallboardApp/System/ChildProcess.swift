import Glibc
import WallboardSystem

/// A program that runs beside this one, in a session of its own: no key or signal of the terminal
/// reaches it. Its input and output are empty.
struct ChildProcess {
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  private let id: pid_t

  /// Starts the first word, found on the `PATH`, with the others as its arguments.
  init(_ words: [String], environment: [String: String]) throws(SystemFailure) {
    var id: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let code = unsafe Spawn.withCStrings(words) { arguments in
      unsafe Spawn.withCStrings(variables) { variables in
        unsafe Spawn.start(&id, arguments, variables)
      }
    }
    guard code == 0 else { throw SystemFailure(code: code) }
    self.id = id
  }

  /// How it ended; `nil` while it runs. The process is reaped by that: it can be asked only once.
  func end() -> End? {
    var status: Int32 = 0
    switch unsafe waitpid(id, &status, WNOHANG) {
    case 0: return nil
    case id: return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    // ECHILD: the parent left SIGCHLD ignored, so that children are reaped unseen.
    case _: return .status(0)
    }
  }

  /// Kills it and everything that it has started.
  func kill() {
    _ = Glibc.kill(-id, SIGKILL)
  }
}

/// `posix_spawn`, for a program that is left alone.
enum Spawn {
  typealias CStrings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// `POSIX_SPAWN_SETSID` of glibc 2.26 and later, which its header defines for GNU sources only.
  private static let newSession: Int32 = 0x80

  /// Starts a program in a session of its own, with empty input and output, none of this program's
  /// descriptors and no signal blocked or ignored.
  ///
  /// - Returns: 0, or the `errno`.
  static func start(_ id: inout pid_t, _ arguments: CStrings, _ variables: CStrings) -> Int32 {
    var files = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&files)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&files)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe empty(&files)
    detach(&attributes)
    guard let program = unsafe arguments[0] else { return EINVAL }
    return unsafe posix_spawnp(&id, program, &files, &attributes, arguments, variables)
  }

  private static func empty(_ files: inout posix_spawn_file_actions_t) {
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      unsafe posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0)
    }
    let open = (try? FilePath.list("/proc/self/fd")) ?? []
    // A descriptor that is closed by then is no error.
    for descriptor in open.compactMap(Int32.init) where descriptor > STDERR_FILENO {
      unsafe posix_spawn_file_actions_addclose(&files, descriptor)
    }
  }

  private static func detach(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// The strings as C arrays: each ends with a zero, the list with a null pointer.
  static func withCStrings<Result>(
    _ strings: [String], _ body: (CStrings) -> Result
  ) -> Result {
    let list = CStrings.allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { unsafe list[index] = unsafe strdup(string) }
    unsafe list[strings.count] = nil
    defer {
      for index in strings.indices { unsafe free(list[index]) }
      unsafe list.deallocate()
    }
    return unsafe body(list)
  }
}
