import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// Reads the settings again while a board runs, and finds out what has changed.
package struct SettingsReload {
  /// What came of it.
  enum Outcome {
    /// Nothing is to be done but to say so.
    case nothing(String)
    /// These hold from now on, as far as they can without a new start.
    case changed(Settings, ThemeLibrary, String)
  }

  private let flags: [Setting: String]
  let environment: [String: String]
  /// What the board was started with: what needs a new start is compared with that.
  private let started: SettingsCheck
  private var current: SettingsCheck

  /// Of the command line and the environment that the board was started with.
  package init(flags: [Setting: String], environment: [String: String]) {
    self.flags = flags
    self.environment = environment
    started = SettingsCheck(flags: flags, environment: environment)
    current = started
  }

  /// What takes part in how a running board looks and what it warns of: all else needs a new start,
  /// which what is shown of callers does on purpose.
  private static let liveSettings: Set<Setting> = [.fps, .theme, .awayAfter]

  /// Changes that are told with what they were; more are told by name.
  private static let mostTold = 2

  /// `running` are the themes of the board.
  mutating func read(_ running: ThemeLibrary) -> Outcome {
    let check = SettingsCheck(flags: flags, environment: environment)
    let file = current.settings?.configuration.path ?? "config.toml"
    guard check.problems.isEmpty, let settings = check.settings else {
      let words = Self.words(check.problems)
      return .nothing(ReportScrubber(environment: environment).scrub(words))
    }
    let themes: ThemeLibrary
    do {
      themes = try ThemeLibrary(
        ThemeLoader(environment: environment), first: settings.theme,
        background: running.background)
    } catch {
      let words = "Nothing has changed: \(error)".asClause
      return .nothing(ReportScrubber(environment: environment).scrub(words))
    }
    var now = check.changes(since: current).filter { Self.isLive($0.name) }
    for name in themes.changes(since: running) where !now.contains(where: { $0.name == name }) {
      now.append((name, name))
    }
    let problems = themes.problems.filter { !running.problems.contains($0) }
    let late = check.changes(since: started).filter { !Self.isLive($0.name) }
    current = check
    guard !now.isEmpty || !late.isEmpty || !problems.isEmpty else {
      return .nothing("\(file) was read again: nothing has changed")
    }
    var parts: [String] = []
    if !now.isEmpty { parts.append(Self.words(now)) }
    if !late.isEmpty { parts.append("after a new start: \(Self.words(late))") }
    let scrubber = ReportScrubber(environment: environment)
    parts += problems.map { scrubber.scrub($0.asClause) }
    let words = parts.joined(separator: "; ")
    return now.isEmpty && problems.isEmpty ? .nothing(words) : .changed(settings, themes, words)
  }

  private static func words(_ problems: [SettingsError]) -> String {
    let first = problems.first?.description.asClause ?? "the settings cannot be read"
    let more = problems.count - 1
    let rest = more > 0 ? " (and \(more) more, which wallboard doctor tells)" : ""
    return "Nothing has changed: \(first)\(rest)"
  }

  private static func words(_ changes: [(name: String, words: String)]) -> String {
    let isShort = changes.count <= mostTold
    return changes.map { isShort ? $0.words : $0.name }.joined(separator: ", ")
  }

  private static func isLive(_ name: String) -> Bool {
    guard let setting = Setting(rawValue: name) else { return true }
    return liveSettings.contains(setting)
  }
}

extension BoardLoop {
  /// Reads the settings again, takes over what can be, and says what has changed or what is wrong.
  func reload() {
    guard var reload = services.reload, let themes = services.themes else { return }
    switch reload.read(themes) {
    case .nothing(let words):
      services.reload = reload
      tell(words)
    case .changed(let settings, let themes, let words):
      do {
        try adopt(settings, themes, reload)
        services.reload = reload
        tell(words)
      } catch {
        tell("Nothing has changed: \(error)".asClause)
      }
    }
  }

  /// Nanoseconds from one frame to the next.
  static func interval(framesPerSecond: Int) -> Int64 {
    1_000_000_000 / Int64(max(1, framesPerSecond))
  }

  private func tell(_ words: String) {
    services.log?.note(words)
    fold(.notice(words))
  }

  /// Throws where a key has two meanings, before anything has changed.
  private func adopt(
    _ settings: Settings, _ themes: ThemeLibrary, _ reload: SettingsReload
  ) throws {
    var drawing = drawing
    // What is bound depends on what a key may show, and on who stands before this board: not on
    // what would hold after a new start.
    drawing.keymap = try settings.tables.keys.keymap(
      mode: state.settings.privacy.mode, isReplay: state.settings.isReplay,
      isWall: state.settings.wall != nil)
    drawing.themes = themes.notes
    drawing.themeProblems = themes.problems
    drawing.configuration = settings.configuration
    services.themes = themes
    state.adopt(settings.board(state.settings.privacy, themes))
    themes[state.theme].map(screen.use)
    use(drawing)
    frameInterval = Self.interval(framesPerSecond: settings.framesPerSecond)
    if services.alarm?.settings != settings.tables.alarm {
      services.alarm = Alarm(settings.tables.alarm, environment: reload.environment)
    }
  }
}
