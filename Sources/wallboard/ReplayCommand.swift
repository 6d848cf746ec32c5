import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardRecording
import WallboardScreen

/// `wallboard replay`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "The board over a recording: play, pause, speed, seek.",
    usage: "wallboard replay FILE [--at TIME] [--json | --print [COLSxROWS]] [options]",
    discussion: """
      With --json or --print the board at the end, or at the moment of --at, is printed instead. \
      What is masked in a recording nothing can show.
      """)

  @Argument(help: "The recording; - for standard input, with --json or --print.")
  var file: String

  @Argument(
    help: ArgumentHelp("The size for --print, 120x40 unless given.", valueName: "COLSxROWS"))
  var size: String?

  @Flag(help: "One JSON object, as snapshot --json prints it.")
  var json = false

  @Flag(help: "The board's text.")
  var print = false

  @Option(
    help: "The moment to look at, such as 14:02, +5m or 50%: local time, or from the start.",
    transform: { try SeekTarget($0) })
  var at: SeekTarget?

  @OptionGroup var drawing: DrawingOptions

  @Option(help: "What is shown of callers and of what is said: wall, desk or open.")
  var privacy: String?

  func validate() throws {
    if json, print { throw ValidationError("--json and --print exclude each other.") }
    if drawing.plain { throw ValidationError("A recording is not told in sentences.") }
    guard let size = sizeText else { return }
    if !print { throw ValidationError("“\(size)” is unexpected: a size belongs to --print.") }
    if Size(text: size) == nil {
      throw ValidationError("“\(size)” is no size: columns and rows from 1x1 to 1000x1000.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.replay) {
      var flags = drawing.flags
      flags[.privacy] = privacy
      let settings = try Settings(flags: flags)
      let filter = try drawing.filter.map(StartFilter.init(_:))
      try settings.checkWall(flags: flags)
      if !isPrinted { try BoardRun.requireTerminal(instead: "--json and --print work") }
      let source = try RecordingSource(path: recording)
      if isPrinted {
        try ReplayPrint(settings, flags: flags, filter: filter, source, at: at)
          .run(json ? .json : .text(sizeText.flatMap(Size.init(text:)) ?? Self.usualSize))
      } else {
        guard source.isFile else {
          throw Failure(
            status: 1, "\(recording): a pipe cannot be gone back in: --json and --print read it.")
        }
        let pseudonyms = source.reader.header.pseudonyms
        try BoardRun(
          settings, filter: filter, bytesPerSecond: drawing.bytesPerSecond, isReplay: true,
          pseudonyms: pseudonyms
        )
        .replay(source, at: at)
      }
    }
  }

  private static let usualSize = Size(width: 120, height: 40)

  private var isPrinted: Bool { json || print }

  /// After `--print` the size may come first, where the parser expects the file.
  private var isTurnedRound: Bool { print && size != nil && Size(text: file) != nil }
  private var recording: String { isTurnedRound ? size ?? file : file }
  private var sizeText: String? { isTurnedRound ? file : size }
}

extension Size {
  /// A size such as `120x40`.
  fileprivate init?(text: String) {
    let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
      (1...1_000).contains(width), (1...1_000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
