import ArgumentParser
import Glibc
import WallboardApp
import WallboardScreen
import WallboardTerminal

/// The command line.
@main
struct Wallboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallboard",
    abstract: "A live board of a contact centre where AI voice agents and people share the calls.",
    discussion: """
      wallboard demo shows a simulated contact centre: no account, no configuration.
      wallboard shows the workspace of your token.
      """,
    version: Version.text,
    subcommands: [
      WatchCommand.self, DemoCommand.self, FollowCommand.self, EventsCommand.self,
      SnapshotCommand.self, RecordCommand.self, ReplayCommand.self,
      SimulateCommand.self, ThemesCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// As the parser does it, except that what it quotes of the arguments cannot steer a terminal: a
  /// name of a file may stand among them.
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
      try tell(fullMessage(for: error), isProduct: status.isSuccess)
      Glibc.exit(status.rawValue)
    } catch {
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }

  /// Help that was asked for is a product; what is wrong is a message.
  private static func tell(_ text: String, isProduct: Bool) throws {
    guard !text.isEmpty else { return }
    try Failure.report {
      var writer = OutputWriter(descriptor: isProduct ? STDOUT_FILENO : STDERR_FILENO)
      writer.write(line: isProduct ? text : TextSafety.cleanLines(text).marked)
      if isProduct { try Failure.finish(&writer) } else { writer.flush() }
    }
  }
}

/// The first word of a command line.
///
/// The parser takes every word that names no command for an argument of `watch`, whose help would be
/// shown for it: a word that stands where a command does has to be one.
private enum CommandNames {
  /// Every command's name, and the parser's own.
  private static let all =
    Wallboard.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  /// Throws for a first word that is no command, and for one after `help`.
  static func check(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    guard first == "help" else { return try require(first) }
    if let topic = arguments.dropFirst().first, !topic.hasPrefix("-") { try require(topic) }
  }

  private static func require(_ word: String) throws {
    guard !all.contains(word) else { return }
    let meant = near(word).map { "'\($0)'" }
    let hint =
      meant.isEmpty
      ? "the commands are \(all.joined(separator: ", "))"
      : "did you mean \(meant.joined(separator: " or "))?"
    throw ValidationError("Unknown command '\(word.prefix(longest))'; \(hint)")
  }

  /// Characters of a word that are looked at; no command has so many.
  private static let longest = 40
  /// Letters that are wrong in a word that was mistyped.
  private static let mistakes = 2

  /// The commands that may be meant: those that the word is the beginning of, else the nearest.
  static func near(_ word: String) -> [String] {
    guard !word.isEmpty, word.count <= longest else { return [] }
    let begun = all.filter { $0.hasPrefix(word) }
    guard begun.isEmpty else { return begun }
    let distances = all.map { ($0, distance(Array(word), Array($0))) }
    let least = distances.map { $0.1 }.min() ?? .max
    // A word of which nothing is left was none of these.
    guard least <= min(mistakes, word.count - 1) else { return [] }
    return distances.filter { $0.1 == least }.map { $0.0 }
  }

  /// The letters to change, add, leave out or exchange with their neighbour (the optimal string
  /// alignment distance).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var new = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          old[column + 1] + 1, new[column] + 1, old[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, older[column - 1] + 1)
        }
        new.append(best)
      }
      (older, old) = (old, new)
    }
    return old.last ?? 0
  }
}

/// What this process asks of the system before anything else.
private enum ProcessSetup {
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

/// The program's version.
enum Version {
  static let text = "0.1.0"
}
