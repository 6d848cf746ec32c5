import ArgumentParser
import FoundationEssentials
import WallboardApp
import WallboardPlatform
import WallboardSimulator

/// `wallboard demo`: the live board over a platform of its own.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the live board of a simulated contact centre.",
    discussion: """
      It needs no account and no configuration. The simulated platform listens on 127.0.0.1 while the \
      board is open.
      """)

  @OptionGroup var centre: SimulatorCommandOptions
  @OptionGroup var live: LiveOptions
  @OptionGroup var recording: RecordingOptions

  @Option(help: .of(.privacy))
  var privacy: String?

  func run() throws {
    try Failure.report(files: FileRoom.demo) {
      let options = centre.options
      let flags = flags(workspace: options.workspace)
      var settings = try Settings(flags: flags)
      let filter = try live.board.filter.map(StartFilter.init(_:))
      if !live.plain {
        try settings.checkWall(flags: flags)
        try BoardRun.requireTerminal()
      }
      let simulator = Simulator(options)
      let address = try Blocking.wait { try await simulator.start().absoluteString }
      defer { Blocking.wait { await simulator.stop() } }
      settings.address = try PlatformAddress(address)
      // A person's own observer address does not apply here.
      settings.observerAddress = nil
      let credential = try Credential(token: options.token)
      if live.plain {
        try HeadlessRun(settings, flags: flags, credential: credential).narrate(
          filter, recording: recording)
      } else {
        try BoardRun(
          settings, filter: filter, bytesPerSecond: live.board.bytesPerSecond, isSimulated: true
        ).show(
          credential, recording: recording, flags: flags)
      }
    }
  }

  private func flags(workspace: String) -> [Setting: String] {
    var flags = live.board.flags
    flags[.privacy] = privacy
    flags[.workspace] = workspace
    // Overrides any other address until the simulated platform says where it listens.
    flags[.url] = "http://127.0.0.1"
    return flags
  }
}
