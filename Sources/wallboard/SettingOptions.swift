import ArgumentParser
import FoundationEssentials
import WallboardApp
import WallboardPlatform

/// The settings that every command that connects understands.
struct SettingOptions: ParsableArguments {
  @Option(help: "The workspace id; asked of the platform when the token is an API key.")
  var workspace: String?

  @Option(help: "The platform's address; a path prefix is kept.")
  var url: String?

  @Option(help: "Where calls are observed, if on another host; ws and wss are understood too.")
  var observerUrl: String?

  @Option(help: "A private file with the token, or - for standard input. Else WALLBOARD_TOKEN.")
  var tokenFile: String?

  @Option(help: "What is shown of callers and of what is said: wall, desk or open.")
  var privacy: String?

  @Option(help: "A file of CA certificates to trust beside the system's.")
  var caFile: String?

  @Option(help: "A file to log to why connections ended; nothing protected is in it.")
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

struct RecordingOptions: ParsableArguments {
  @Option(help: "Write what arrives to a recording, masked unless --privacy open is given.")
  var record: String?

  @OptionGroup var habits: RecordingHabitOptions

  func validate() throws {
    guard record != "-" else {
      throw ValidationError(
        "Standard output is taken: wallboard record - writes a recording there.")
    }
    guard record != nil || habits.recordRotate == nil && habits.recordKeep == nil else {
      throw ValidationError("--record-rotate and --record-keep belong to --record FILE.")
    }
  }
}

struct RecordingHabitOptions: ParsableArguments {
  @Option(help: "Go on in a new file each day, or at a size: day, or such as 100M.")
  var recordRotate: String?

  @Option(help: "How many full files of a rotated recording are kept; 7 unless given.")
  var recordKeep: String?

  func habits() throws -> RecordingHabits {
    try RecordingHabits(rotation: recordRotate, kept: recordKeep)
  }
}

/// The settings of the commands that draw.
struct DrawingOptions: ParsableArguments {
  @Option(help: "Frames per second, 1 to 60.")
  var fps: String?

  @Option(help: "A theme's name, the path of its file, or auto.")
  var theme: String?

  @Option(help: "How many colours: auto, never, 16, 256 or truecolor.")
  var color: String?

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Flag(help: "Big numbers and who is waiting, with nothing private.")
  var wall = false

  @Flag(help: "Take the mouse: select, scroll, double click to open.")
  var mouse = false

  @Option(
    help: ArgumentHelp(
      "Bits a second that the line to the terminal takes at most; found out unless given.",
      valueName: "N"))
  var maxBps: Int?

  @Option(help: "Show only what matches, such as 'state:escalated age>5m -billing'.")
  var filter: String?

  @Flag(help: "Sentences instead of a screen, one for each change: for screen readers and logs.")
  var plain = false

  func validate() throws {
    if plain, wall || mouse {
      throw ValidationError("--plain has no screen: it does not go with --wall or --mouse.")
    }
    if plain, maxBps != nil {
      throw ValidationError("--plain has no screen: it does not go with --max-bps.")
    }
    if let maxBps, !Self.lineRates.contains(maxBps) {
      throw ValidationError(
        "--max-bps \(maxBps): a line takes from \(Self.lineRates.lowerBound) to "
          + "\(Self.lineRates.upperBound) bits a second.")
    }
  }

  /// Bits a second.
  private static let lineRates = 300...1_000_000_000

  /// Bytes a second, counting ten bits a byte as on a serial line: that leaves a fifth for the
  /// overhead of other protocols.
  var bytesPerSecond: Int64? { maxBps.map { Int64($0) / 10 } }

  /// What was given, by setting.
  var flags: [Setting: String] {
    [
      .fps: fps, .theme: theme, .color: color, .ascii: ascii ? "true" : nil,
      .wall: wall ? "true" : nil, .mouse: mouse ? "true" : nil,
    ].compactMapValues { $0 }
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
