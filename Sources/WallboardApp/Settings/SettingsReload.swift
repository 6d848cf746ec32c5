import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// Reads the settings again while a board runs, and finds out what has changed.
package struct SettingsReload {
  /// What came of it.
  enum Outcome {
    /// Nothing is to be done but to say so.
    case nothing(Words)
    /// These hold from now on, as far as they can without a new start.
    case changed(Settings, ThemeLibrary, Words)
  }

  /// A line for the screen, and all of it for the log.
  struct Words {
    let short: String
    let whole: String

    init(_ short: String, whole: String? = nil) {
      self.short = short
      self.whole = whole ?? short
    }
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

  /// What a line of the narrowest usual terminal takes.
  private static let line = 78

  private typealias Change = (name: String, words: String)

  /// `running` are the themes of the board, of which a person has chosen one.
  mutating func read(_ running: ThemeLibrary, chosen: String?) -> Outcome {
    let check = SettingsCheck(flags: flags, environment: environment)
    guard check.problems.isEmpty, let settings = check.settings else {
      return .nothing(words(of: check.problems.map(\.description)))
    }
    var themes: ThemeLibrary
    do {
      themes = try ThemeLibrary(
        ThemeLoader(environment: environment), first: settings.theme, from: settings.themeSource,
        background: running.background)
    } catch {
      return .nothing(words(of: ["\(error)"]))
    }
    // Where the settings name another, that holds from now on.
    if let chosen, settings.theme == current.settings?.theme { themes.keep(chosen, of: running) }
    var now = check.changes(since: current).filter { Self.isLive($0.name) }
    for name in themes.changes(since: running) where !now.contains(where: { $0.name == name }) {
      now.append((name, name))
    }
    var problems = themes.problems.filter { !running.problems.contains($0) }
    if let kept = themes.kept, kept != running.kept {
      problems.append("theme \(kept) is no longer usable, and stays as it was for now")
    }
    let late = check.changes(since: started).filter { !Self.isLive($0.name) }
    current = check
    guard !now.isEmpty || !late.isEmpty || !problems.isEmpty else {
      return .nothing(Words("Settings read again: nothing has changed"))
    }
    let scrubber = ReportScrubber(environment: environment)
    let troubles = problems.map { scrubber.scrub($0.asClause) }
    let whole = Self.told(
      now: now.map(\.words).joined(separator: ", "), late: late.map(\.words), troubles)
    let names = Self.counted(now.map(\.name)).joined(separator: ", ")
    let brief = Self.told(
      now: names.isEmpty ? "" : names + " changed", late: Self.counted(late.map(\.name)), troubles)
    let isShort = whole.count <= Self.line && now.count + late.count <= Self.mostTold
    let words = Words(isShort ? whole : brief, whole: whole)
    return now.isEmpty && problems.isEmpty ? .nothing(words) : .changed(settings, themes, words)
  }

  /// Changes that are told with what they were; more are told by name.
  private static let mostTold = 2

  /// A mistake by the name of its file, whose folder would leave no room for the reason.
  func words(of problems: [String]) -> Words {
    let scrubber = ReportScrubber(environment: environment)
    let path = ConfigurationFile.place(environment, isThere: true).path
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let first = problems.first?.asClause ?? "the settings cannot be read"
    let more = problems.count - 1
    let rest = more > 0 ? " (and \(more) more: wallboard doctor)" : ""
    let whole = problems.isEmpty ? first : problems.map(\.asClause).joined(separator: "; ")
    return Words(
      scrubber.scrub("Nothing changed: \(first.replacing(path, with: file))\(rest)"),
      whole: scrubber.scrub("Nothing changed: \(whole)"))
  }

  private static func told(now: String, late: [String], _ troubles: [String]) -> String {
    let later = late.isEmpty ? "" : "after a new start: " + late.joined(separator: ", ")
    return "Settings read again: "
      + ([now, later] + troubles).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The names of settings; of a table only how many of its things.
  private static func counted(_ names: [String]) -> [String] {
    var groups: OrderedDictionary<String, OrderedSet<String>> = [:]
    for name in names {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let thing = parts.dropFirst().first.map { parts[0] == "alerts" ? rule($0) : $0 }
      groups[parts[0], default: []].append(thing ?? name)
    }
    return groups.flatMap { table, things -> [String] in
      switch table {
      case "alerts":
        let own = ["sound", "command"].filter(things.contains)
        let rules = things.count - own.count
        return own.map { "alerts." + $0 } + (rules > 0 ? [rules.counted("alert rule")] : [])
      case "targets": return [things.count.counted("target")]
      case "keys": return [things.count.counted("key")]
      case "panels":
        let panels = Set(things.compactMap { $0.split(separator: ".").first })
        return [panels.count.counted("panel")]
      case _: return things.map { $0 == table ? table : table + "." + $0 }
      }
    }
  }

  /// `call_too_long` of `call_too_long.warning`, and `rules."A.B"` of `rules."A.B".when`.
  private static func rule(_ name: String) -> String {
    guard name.hasPrefix("rules."), let dot = name.lastIndex(of: ".") else {
      return name.split(separator: ".").first.map(String.init) ?? name
    }
    return String(name[..<dot])
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
    switch reload.read(themes, chosen: state.view.theme) {
    case .nothing(let words):
      services.reload = reload
      tell(words)
    case .changed(let settings, let themes, let words):
      do {
        try adopt(settings, themes, reload)
        services.reload = reload
        tell(words)
      } catch {
        tell(reload.words(of: ["\(error)"]))
      }
    }
  }

  /// Nanoseconds from one frame to the next.
  static func interval(framesPerSecond: Int) -> Int64 {
    1_000_000_000 / Int64(max(1, framesPerSecond))
  }

  private func tell(_ words: SettingsReload.Words) {
    services.log?.note(words.whole)
    fold(.notice(words.short))
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
