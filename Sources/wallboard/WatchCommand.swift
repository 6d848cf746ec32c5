import ArgumentParser
import WallboardApp

/// `wallboard watch`, and `wallboard` alone.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show the live board of a workspace.",
    discussion: """
      With --plain it is told in sentences, which needs no terminal. Anything that may be protected \
      health information is masked in them unless you give --privacy open.
      """)

  @OptionGroup var connection: SettingOptions
  @OptionGroup var live: LiveOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let flags = connection.flags.merging(live.board.flags) { first, _ in first }
      let settings = try Settings(flags: flags)
      let filter = try live.board.filter.map(StartFilter.init(_:))
      if !live.plain {
        try settings.checkWall(flags: flags)
        try BoardRun.requireTerminal()
      }
      let credential = try settings.credential()
      if live.plain {
        try HeadlessRun(settings, flags: flags, credential: credential).narrate(
          filter, recording: recording)
      } else {
        try BoardRun(settings, filter: filter, bytesPerSecond: live.board.bytesPerSecond).show(
          credential, recording: recording, flags: flags)
      }
    }
  }
}
