import ArgumentParser
import CVersion
import Glibc
import WallboardApp
import WallboardEvents
import WallboardScreen
import WallboardTerminal

/// The command line.
@main
struct Wallboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallboard",
    abstract:
      "A live board of a contact centre where AI voice agents and human operators share the calls.",
    discussion: """
      wallboard demo shows a simulated contact centre; it needs no account and no configuration.
      wallboard shows the workspace that your token belongs to.
      """,
    version: Version.words,
    subcommands: [
      WatchCommand.self, DemoCommand.self, FollowCommand.self, EventsCommand.self,
      SnapshotCommand.self, RecordCommand.self, ReplayCommand.self, ReportCommand.self,
      CallsCommand.self, CallCommand.self, SimulateCommand.self, DoctorCommand.self,
      ThemesCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// Does what the parser's own `main` does, but cleans the arguments that it quotes: they must not
  /// steer the terminal.
  static func main() {
    ProcessSetup.prepare()
    do {
      try CommandNames.check(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    do {
      try print(fullMessage(for: error), isProduct: status.isSuccess)
      Glibc.exit(status.rawValue)
    } catch {
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }

  /// Requested help goes to standard output; errors go to standard error.
  private static func print(_ text: String, isProduct: Bool) throws {
    guard !text.isEmpty else { return }
    try Failure.report {
      var writer = OutputWriter(descriptor: isProduct ? STDOUT_FILENO : STDERR_FILENO)
      writer.write(line: isProduct ? text : TextSafety.cleanLines(text).marked)
      if isProduct { try Failure.finish(&writer) } else { writer.flush() }
    }
  }
}

/// Checks the first word of a command line.
///
/// The parser takes an unknown command for an argument of `watch`, and would show the help of that.
private enum CommandNames {
  /// Every command's name, and the parser's own `help`.
  private static let all =
    Wallboard.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  /// Those that people are told of.
  private static let told = all.filter { $0 != ManualCommand.configuration.commandName }

  /// Throws for a first word that is not a command, also after `help`.
  static func check(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    guard first == "help" else { return try require(first) }
    if let topic = arguments.dropFirst().first, !topic.hasPrefix("-") { try require(topic) }
  }

  private static func require(_ word: String) throws {
    guard !all.contains(word) else { return }
    let meant = NearWords.of(word, among: told).map { "“\($0)”" }
    let hint =
      meant.isEmpty
      ? "The commands are \(told.joined(separator: ", "))."
      : "Did you mean \(meant.joined(separator: " or "))?"
    throw ValidationError("No such command: “\(word.prefix(longest))”. \(hint)")
  }

  /// Characters of a word that are said again.
  private static let longest = 40
}

/// What this process sets up before anything else.
private enum ProcessSetup {
  static func prepare() {
    fillStandardDescriptors()
    disableCoreDumps()
    unblockSignals()
    ignoreWrites()
  }

  /// A write to a closed pipe or beyond the file size limit fails, and is reported where it
  /// matters, instead of killing the program in the middle of a frame.
  private static func ignoreWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// No core files: they would contain what callers said (interface, "Privacy").
  private static func disableCoreDumps() {
    ProcessMemory.keepPrivate()
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }

  /// The parent may have closed one of the first three descriptors. A file or connection would get
  /// its number, and output would go there; the stand-in opened here fails like a closed
  /// descriptor.
  private static func fillStandardDescriptors() {
    for (number, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(number, F_GETFD) < 0 {
      // open(2) takes the lowest free number, which is this one.
      _ = unsafe open("/dev/null", access)
    }
  }

  /// The parent may have left signals blocked, so that nothing could end the program.
  private static func unblockSignals() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
  }
}

enum Version {
  static let text = "0.1.0"

  /// Of that version, for the manual: the changelog's.
  static let date = "November 30, 2026"

  /// With the commit, and the libraries of the system that are in use: what a report of a fault begins
  /// with.
  static var words: String {
    let parts = [commit.map { "commit \($0)" }, NetworkLibrary.version, Terminal.libraryVersion]
    return "wallboard \(text) (\(parts.compactMap(\.self).joined(separator: ", ")))"
  }

  /// `nil` where whoever built it did not know.
  private static var commit: String? {
    let commit = unsafe wallboard_commit().map { unsafe String(cString: $0) } ?? ""
    return commit.isEmpty ? nil : commit
  }
}
