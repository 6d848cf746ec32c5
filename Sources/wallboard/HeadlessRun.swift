import Dispatch
import Glibc
import Synchronization
import WallboardApp
import WallboardEvents
import WallboardPlatform
import WallboardSystem

/// A connection without a screen.
struct HeadlessRun {
  let session: Session
  let reader: FeedReader
  /// What may be printed.
  let disclosure: Disclosure
  private let privacy: Privacy

  init(
    _ options: SettingOptions, subject: Session.Subject = .workspace, wantsRawEvents: Bool = false
  ) throws {
    let settings = try Settings(flags: options.flags)
    try self.init(
      settings, flags: options.flags, credential: try settings.credential(), subject: subject,
      wantsRawEvents: wantsRawEvents)
  }

  /// `flags` are those of this command line.
  init(
    _ settings: Settings, flags: [Setting: String], credential: Credential,
    subject: Session.Subject = .workspace, wantsRawEvents: Bool = false
  ) throws {
    let log = try settings.logFile.map(InputLog.init(path:))
    session = try Session(
      settings, credential: credential, version: Version.text, subject: subject,
      wantsRawEvents: wantsRawEvents)
    privacy = Privacy(
      mode: Settings.outputPrivacy(flags: flags), pseudonyms: .random())
    reader = FeedReader(
      feed: session, wakeup: session.wakeup, settings: settings.board(privacy), log: log)
    disclosure = privacy.output
  }

  /// Narrates the board in sentences.
  func narrate(_ filter: StartFilter?, recording: RecordingOptions) throws {
    defer { session.stop() }
    reader.recorder = try recording.recorder(of: session, privacy)
    defer { reader.recorder?.stop().map(Message.write) }
    var mode = PlainMode(reader, filter: filter, disclosure: disclosure)
    try finish(mode.run())
  }

  /// Records until the feed ends, or a signal does.
  func record(to path: String, _ habits: RecordingHabits) throws {
    defer { session.stop() }
    let recorder = try Recorder(
      path: path, habits: habits, workspace: session.workspace.rawValue, privacy: privacy,
      at: session.now)
    defer { recorder.stop() }
    let signals = EndSignals(session.wakeup)
    Message.write("Recording to \(path == "-" ? "standard output" : path). Press Ctrl-C to stop.")
    try finish(RecordMode(reader, recorder).run { signals.hasCome })
  }

  /// Ends the program as the run did.
  func finish(_ end: HeadlessEnd) throws { try Failure.finish(end) }
}

/// Catches the signals that end the program, so that it can finish what it writes.
private final class EndSignals {
  private final class Flag: Sendable {
    /// One end may come as several signals: a closing terminal sends SIGHUP, and so does its shell.
    private static let oneEnd: Duration = .seconds(1)
    private let setAt = Mutex<ContinuousClock.Instant?>(nil)

    var isSet: Bool { setAt.withLock { $0 != nil } }

    /// Sets it; returns whether it was set before, by an earlier end.
    func wasSet() -> Bool {
      setAt.withLock { setAt in
        guard let first = setAt else {
          setAt = .now
          return false
        }
        return first.duration(to: .now) >= Self.oneEnd
      }
    }
  }

  private let flag: Flag
  private let sources: [any DispatchSourceSignal]

  init(_ wakeup: Wakeup) {
    let flag = Flag()
    self.flag = flag
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // The program may be blocked, such as on a pipe that is not read: a second signal ends it
        // at once.
        if flag.wasSet() { _exit(128 + number) }
        wakeup.signal()
      }
      source.resume()
      return source
    }
  }

  var hasCome: Bool { flag.isSet }
}
