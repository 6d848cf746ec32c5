import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform
package import WallboardScreen
import WallboardSystem

/// Looks at all that a board needs, with the board's own means, and tells of each thing as soon as it is
/// known.
package struct Doctor {
  private let check: SettingsCheck
  private let environment: [String: String]
  private let version: String
  /// The version with all that a report of a fault begins with.
  private let program: String
  private let tell: (String) -> Void
  package private(set) var report: DoctorReport

  /// `tell` is called with each line.
  package init(
    _ check: SettingsCheck, environment: [String: String], version: String, program: String,
    tell: @escaping (String) -> Void
  ) {
    self.check = check
    self.environment = environment
    self.version = version
    self.program = program
    self.tell = tell
    report = DoctorReport(scrubber: ReportScrubber(environment: environment), version: version)
  }

  private mutating func note(_ finding: Finding) {
    report.append(finding)
    tell(report.line(of: finding))
  }

  /// The terminal is looked at last: what is said before would be in the way.
  package mutating func examine(terminal: () -> TerminalFacts) {
    note(.ok(.program, program))
    examineSettings()
    if let settings = check.settings, check.problems.isEmpty {
      examineConnection(settings)
    } else {
      note(.warning(.address, "not asked, since a board would not start with these settings"))
    }
    examineTerminal(terminal())
    note(.state(StateFolder(environment)))
    note(.timeZone(TimeZoneFacts(environment, at: Clock.now)))
  }

  private mutating func examineSettings() {
    var problems: [String] = []
    if let settings = check.settings {
      do {
        problems = try ThemeLibrary(
          ThemeLoader(environment: environment), first: settings.theme,
          from: settings.themeSource.map(check.place)
        ).problems
      } catch {
        note(.failed(.settings, "\(error)".asClause))
      }
    }
    for finding in Finding.settings(check, themeProblems: problems) { note(finding) }
  }

  private mutating func examineTerminal(_ facts: TerminalFacts) {
    let ancestors = ProcessAncestors.names()
    note(.terminal(facts, environment, ancestors: ancestors))
    guard facts.isTerminal, facts.problem == nil else { return }
    let color = check.settings?.color ?? .auto
    let source = check.reader.text(.color)?.source ?? (color == .never ? "NO_COLOR" : nil)
    note(.colours(facts, choice: color, choiceSource: source.map(check.place)))
    note(.characters(facts))
    note(.clipboard(facts, environment))
    note(.line(facts, environment, ancestors: ancestors))
  }
}

/// The way to the platform.
extension Doctor {
  /// How long a request may take: as long as the board's.
  private static let patience = Duration.seconds(30)

  private mutating func examineConnection(_ settings: Settings) {
    let addresses = [settings.address, settings.observerAddress].compactMap(\.self)
    let proxy = Finding.proxy(settings.proxies, to: addresses)
    let credential: Credential
    do {
      credential = try TokenSource.credential(
        tokenFile: settings.tokenFile, environment: environment)
    } catch {
      note(proxy)
      note(.failed(.token, "\(error)".asClause))
      return
    }
    report.hide(credential)
    guard proxy.status == .ok else {
      note(proxy)
      return noteNotReached(settings, credential)
    }
    var options = settings.transfers(credential, version: version)
    options.keepsCertificate = true
    do {
      let probe = try PlatformProbe(options)
      let answer = try probe.answer(to: settings.address.keyIdentity, within: Self.patience)
      let reach = Finding.reach(settings.address, answer)
      // A proxy that is right by its variable may still fail, which is all that is to be told of it.
      if reach.check != .proxy { note(proxy) }
      note(reach)
      guard reach.status != .failed else { return noteNotReached(settings, credential) }
      try examine(probe, answer, settings, credential)
    } catch {
      note(.failed(.address, "\(error)".asClause))
      if !report.tells(.token) { noteNotReached(settings, credential) }
    }
  }

  /// What is known of the token and the workspace without the platform.
  private mutating func noteNotReached(_ settings: Settings, _ credential: Credential) {
    note(token(credential, settings, .notAsked))
    note(workspace(settings, .notAsked))
    note(.notReached)
  }

  private func token(
    _ credential: Credential, _ settings: Settings, _ identity: ProbedIdentity,
    isAccepted: Bool = false
  ) -> Finding {
    .token(
      credential, from: tokenSource(settings), identity, isAccepted: isAccepted,
      now: Clock.now.seconds)
  }

  private func workspace(_ settings: Settings, _ identity: ProbedIdentity) -> Finding {
    let place = check.reader.text(.workspace).map { check.place(of: $0.source) }
    return .workspace(settings.workspace, from: place, identity)
  }

  private mutating func examine(
    _ probe: PlatformProbe, _ answer: ProbedAnswer, _ settings: Settings, _ credential: Credential
  ) throws(CurlFailure) {
    note(
      .tls(
        settings.address, answer.certificate, trusts: authority(settings), now: Clock.now.seconds))
    let identity = ProbedIdentity(answer)
    var token = token(credential, settings, identity)
    let workspaceFinding = workspace(settings, identity)
    guard let workspace = settings.workspace ?? identity.workspace,
      !token.isRefusal, !workspaceFinding.isRefusal
    else {
      note(token)
      note(workspaceFinding)
      if report.hasRefusal { note(.notAsked) }
      return
    }
    let endpoints = PlatformEndpoints(
      address: settings.address, workspace: workspace, observerAddress: settings.observerAddress)
    let stream = try probe.stream(of: endpoints, within: Finding.framePatience)
    // Whether an access token is right shows only there.
    token = self.token(
      credential, settings, identity, isAccepted: stream.sighting.status == 200)
    note(token)
    note(workspaceFinding)
    note(.stream(stream.sighting))
    for source in SnapshotSource.allCases {
      note(.read(try probe.read(source, from: endpoints, within: Self.patience)))
    }
    if let call = CallSID(Self.unknownCall) {
      let observer = try probe.observe(
        call, at: endpoints, by: settings.observerAuthentication, within: Self.patience)
      note(.observer(observer))
    }
    note(.clock(probe.clock))
    try examine(stream, probe, endpoints)
  }

  /// What of the stream takes its time.
  private mutating func examine(
    _ stream: StreamProbe, _ probe: PlatformProbe, _ endpoints: PlatformEndpoints
  ) throws(CurlFailure) {
    guard stream.sighting.isOpen else { return }
    try probe.awaitHeartbeat(of: stream, within: Finding.heartbeatPatience)
    note(.heartbeat(stream.sighting))
    let cursor = stream.cursor
    stream.cancel()
    let again = try probe.stream(from: cursor, of: endpoints, within: Finding.framePatience)
    note(.resume(again.sighting, isAfterEvent: cursor.id != nil))
    again.cancel()
  }

  /// Of the form that calls have (contract 1.1), and nobody's.
  private static let unknownCall = "CA" + String(repeating: "0", count: 32)

  private func tokenSource(_ settings: Settings) -> String {
    let isElsewhere = environment.variable("WALLBOARD_TOKEN") != nil
    let over = isElsewhere ? ", which goes before WALLBOARD_TOKEN" : ""
    switch settings.tokenFile {
    case nil: return "in WALLBOARD_TOKEN"
    case "-": return "from standard input\(over)"
    case .some(let path):
      let source = check.reader.text(.tokenFile).map { " (\(check.place(of: $0.source)))" } ?? ""
      return "in \(path)\(source), which is private\(over)"
    }
  }

  private func authority(_ settings: Settings) -> String {
    settings.caFile ?? settings.caFolder.map { "the certificates in \($0)" }
      ?? "the system's authorities"
  }
}

extension Finding {
  /// An access token that `auth/me` refuses may be accepted elsewhere; of a key that is known.
  fileprivate static let notAsked = Finding.warning(
    .stream, "not asked, nor anything after it: it would be refused for the same reason")
  fileprivate static let notReached = Finding.warning(
    .stream, "not asked, nor anything after it: the platform was not reached")
}

extension ProbedIdentity {
  init(_ answer: ProbedAnswer) {
    do {
      let identity = try KeyIdentity(try answer.result.get())
      self = .known(expiresAt: identity.expiresAt, identity.workspace)
    } catch let end {
      let sentence = end.sentence.string.asClause
      self = end.isRefusal ? .refused(sentence) : .unknown(sentence)
    }
  }

  fileprivate var workspace: WorkspaceID? {
    if case .known(_, let workspace) = self { workspace } else { nil }
  }
}
