import ArgumentParser
import FoundationEssentials
import WallboardApp
import WallboardPlatform

/// The settings that every command that connects understands.
struct SettingOptions: ParsableArguments {
  @Option(help: .of(.workspace))
  var workspace: String?

  @Option(help: .of(.url))
  var url: String?

  @Option(help: .of(.observerURL))
  var observerUrl: String?

  @Option(help: .of(.tokenFile))
  var tokenFile: String?

  @Option(help: .of(.privacy))
  var privacy: String?

  @Option(help: .of(.caFile))
  var caFile: String?

  @Option(help: .of(.log))
  var log: String?

  /// What was given, by setting.
  var flags: [Setting: String] {
    [
      .workspace: workspace, .url: url, .observerURL: observerUrl, .tokenFile: tokenFile,
      .privacy: privacy,
      .caFile: caFile, .log: log,
    ].compactMapValues { $0 }
  }
}

extension ArgumentHelp {
  /// The help of a flag that is a setting.
  static func of(_ setting: Setting) -> ArgumentHelp { ArgumentHelp(setting.meaning) }
}

struct RecordingOptions: ParsableArguments {
  @Option(help: "Record what arrives to this file, masked unless you give --privacy open.")
  var record: String?

  @OptionGroup var habits: RecordingHabitOptions

  func validate() throws {
    guard record != "-" else {
      throw ValidationError(
        "--record needs a file. To record to standard output, use wallboard record -.")
    }
    guard record != nil || habits.recordRotate == nil && habits.recordKeep == nil else {
      throw ValidationError("--record-rotate and --record-keep need --record FILE.")
    }
  }
}

struct RecordingHabitOptions: ParsableArguments {
  @Option(help: "When to start a new file: day, or a size such as 100M.")
  var recordRotate: String?

  @Option(help: "How many full files of a rotated recording to keep; 7 by default.")
  var recordKeep: String?

  func habits() throws -> RecordingHabits {
    try RecordingHabits(rotation: recordRotate, kept: recordKeep)
  }
}

/// The settings of how a board looks.
struct LookOptions: ParsableArguments {
  @Option(help: .of(.fps))
  var fps: String?

  @Option(help: .of(.theme))
  var theme: String?

  @Option(help: .of(.color))
  var color: String?

  @Flag(help: .of(.ascii))
  var ascii = false

  @Flag(help: .of(.wall))
  var wall = false

  @Flag(help: .of(.mouse))
  var mouse = false

  /// What was given, by setting.
  var flags: [Setting: String] {
    [
      .fps: fps, .theme: theme, .color: color, .ascii: ascii ? "true" : nil,
      .wall: wall ? "true" : nil, .mouse: mouse ? "true" : nil,
    ].compactMapValues { $0 }
  }
}

/// How a board is drawn, and what on it.
struct BoardOptions: ParsableArguments {
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "The most bits a second that the line to the terminal takes; measured by default.",
      valueName: "N"))
  var maxBps: Int?

  @Option(help: "Show only what matches, such as 'state:waiting age>5m -billing'.")
  var filter: String?

  func validate() throws {
    if let maxBps, !Self.lineRates.contains(maxBps) {
      throw ValidationError(
        "--max-bps: “\(maxBps)” is not a number of bits a second from "
          + "\(Self.lineRates.lowerBound) to \(Self.lineRates.upperBound).")
    }
  }

  /// Bits a second.
  private static let lineRates = 300...1_000_000_000

  /// Bytes a second, counting ten bits a byte as on a serial line: that leaves a fifth for the
  /// overhead of other protocols.
  var bytesPerSecond: Int64? { maxBps.map { Int64($0) / 10 } }

  /// What was given, by setting.
  var flags: [Setting: String] { look.flags }
}

/// A board, or sentences in its place.
struct LiveOptions: ParsableArguments {
  @OptionGroup var board: BoardOptions

  @Flag(help: "Print a sentence for each change instead of a screen: for screen readers and logs.")
  var plain = false

  func validate() throws {
    if plain, board.look.wall || board.look.mouse {
      throw ValidationError("--plain has no screen, so it cannot be used with --wall or --mouse.")
    }
    if plain, board.maxBps != nil {
      throw ValidationError("--plain has no screen, so it cannot be used with --max-bps.")
    }
  }
}

/// The environment of this process.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}

extension Settings {
  /// What this command line asks for, over the environment and `config.toml`.
  init(flags: [Setting: String]) throws {
    let environment = Environment.current
    try self.init(
      flags: flags, environment: environment,
      file: try ConfigurationFile.load(environment: environment))
  }

  /// The token, from where the settings say.
  func credential() throws -> Credential {
    try TokenSource.credential(tokenFile: tokenFile, environment: Environment.current)
  }
}
