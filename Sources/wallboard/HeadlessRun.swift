import WallboardApp
import WallboardCore

/// A connection without a screen.
struct HeadlessRun {
  let session: Session
  let reader: FeedReader
  /// What may be printed.
  let disclosure: Disclosure

  init(
    _ options: SettingOptions, subject: Session.Subject = .workspace, wantsRawEvents: Bool = false
  ) throws {
    let environment = Environment.current
    let settings = try Settings(
      flags: options.flags, environment: environment,
      file: try ConfigurationFile.load(environment: environment))
    let log = try settings.logFile.map(ActionLog.init(path:))
    let credential = try TokenSource.credential(
      tokenFile: settings.tokenFile, environment: environment)
    session = try Session(
      settings, credential: credential, version: Version.text, subject: subject,
      wantsRawEvents: wantsRawEvents)
    let privacy = Privacy(
      mode: Settings.outputPrivacy(flags: options.flags), pseudonyms: .random())
    reader = FeedReader(
      feed: session, wakeup: session.wakeup, settings: settings.board(privacy)
    ) { log?.observe($0) }
    disclosure = privacy.output
  }

  /// Ends the program as the run did.
  func finish(_ end: HeadlessEnd) throws {
    switch end {
    case .done: return
    case .failed(let reason), .refused(let reason): throw Failure(status: end.status, reason)
    }
  }
}
