import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardRecording
import WallboardScreen

/// `wallboard replay`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a recording on the board: pause, change the speed, go to any moment.",
    usage: "wallboard replay FILE [--at TIME] [--json | --print [COLSxROWS]] [options]",
    discussion: """
      With --json or --print the board is printed instead, as it was at the end or at the moment of \
      --at. What a recording masks cannot be shown.
      """)

  @Argument(help: "The recording to play; - for standard input, with --json or --print.")
  var file: String

  @Argument(
    help: ArgumentHelp("The size for --print; 120x40 by default.", valueName: "COLSxROWS"))
  var size: String?

  @Flag(help: "Print the board as a JSON object, as snapshot --json does.")
  var json = false

  @Flag(help: "Print the board as text.")
  var print = false

  @Option(
    help: "The moment to show: a local time such as 14:02, or from the start such as +5m or 50%.",
    transform: { try SeekTarget($0) })
  var at: SeekTarget?

  @OptionGroup var board: BoardOptions

  @Option(help: .of(.privacy))
  var privacy: String?

  func validate() throws {
    if json, print { throw ValidationError("Give either --json or --print, not both.") }
    guard let size = sizeText else { return }
    if !print { throw ValidationError("“\(size)” is unexpected: only --print takes a size.") }
    if Size(text: size) == nil {
      throw ValidationError("“\(size)” is not a size in columns and rows from 1x1 to 1000x1000.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.replay) {
      var flags = board.flags
      flags[.privacy] = privacy
      let settings = try Settings(flags: flags)
      let filter = try board.filter.map(StartFilter.init(_:))
      try settings.checkWall(flags: flags)
      if !isPrinted { try BoardRun.requireTerminal(instead: "--json or --print") }
      let source = try RecordingSource(path: recording)
      if isPrinted {
        try ReplayPrint(settings, flags: flags, filter: filter, source, at: at)
          .run(json ? .json : .text(sizeText.flatMap(Size.init(text:)) ?? Self.usualSize))
      } else {
        guard source.isFile else {
          throw Failure(
            status: 1,
            "\(recording): the board cannot go back in a pipe. Use a file, or --json or --print.")
        }
        let pseudonyms = source.reader.header.pseudonyms
        try BoardRun(
          settings, filter: filter, bytesPerSecond: board.bytesPerSecond, isReplay: true,
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
