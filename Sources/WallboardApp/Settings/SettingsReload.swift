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
    case changed(Settings, String)
  }

  private let flags: [Setting: String]
  let environment: [String: String]
  private var current: SettingsCheck

  /// Of the command line and the environment that the board was started with.
  package init(flags: [Setting: String], environment: [String: String]) {
    self.flags = flags
    self.environment = environment
    current = SettingsCheck(flags: flags, environment: environment)
  }

  /// What takes part in how a running board looks and what it warns of: all else needs a new start,
  /// which what is shown of callers does on purpose.
  private static let liveSettings: Set<Setting> = [.fps, .theme, .awayAfter]

  /// Changes that are told with what they were; more are told by name.
  private static let mostTold = 2

  mutating func read() -> Outcome {
    let check = SettingsCheck(flags: flags, environment: environment)
    let file = current.settings?.configuration.path ?? "config.toml"
    guard check.problems.isEmpty, let settings = check.settings else {
      let words = Self.words(check.problems)
      return .nothing(ReportScrubber(environment: environment).scrub(words))
    }
    let changes = check.changes(since: current)
    current = check
    guard !changes.isEmpty else { return .nothing("\(file) was read again: nothing has changed") }
    let late = changes.filter { !Self.isLive($0.name) }
    let now = changes.filter { Self.isLive($0.name) }
    var parts: [String] = []
    if !now.isEmpty { parts.append(Self.words(now)) }
    if !late.isEmpty { parts.append("after a new start: \(Self.words(late))") }
    let words = parts.joined(separator: "; ")
    return now.isEmpty ? .nothing(words) : .changed(settings, words)
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
    guard var reload = services.reload else { return }
    switch reload.read() {
    case .nothing(let words):
      services.reload = reload
      tell(words)
    case .changed(let settings, let words):
      do {
        try adopt(settings, reload)
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

  /// Throws where the theme is none, before anything has changed.
  private func adopt(_ settings: Settings, _ reload: SettingsReload) throws {
    let themes = try ThemeLibrary(
      ThemeLoader(environment: reload.environment), first: settings.theme,
      background: services.themes?.background)
    var drawing = drawing
    // What is bound depends on what a key may show.
    drawing.keymap = try settings.tables.keys.keymap(mode: state.settings.privacy.mode)
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
