import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents

/// `wallboard events`.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "The workspace's events on standard output, a line per event.",
    discussion: """
      Connection changes go to standard error. What may be protected health information is masked \
      unless --privacy open is given.
      """)

  @OptionGroup var connection: SettingOptions

  @Flag(help: "A JSON object per line.")
  var json = false

  @Flag(help: "What the stream's parser dispatched, before any decoding; needs --privacy open.")
  var raw = false

  func validate() throws {
    guard !raw || connection.privacy == PrivacyMode.open.rawValue else {
      throw ValidationError("--raw prints everything as it came: it needs --privacy open.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let run = try HeadlessRun(connection, wantsRawEvents: raw)
      defer { run.session.stop() }
      try run.finish(try raw ? RawMode(run.session, run.reader).run() : events(of: run))
    }
  }

  private func events(of run: HeadlessRun) throws -> HeadlessEnd {
    var mode = EventsMode(run.reader, form: json ? .json : .readable, disclosure: run.disclosure)
    return try mode.run()
  }
}
