import WallboardViews

/// The settings with all that is wrong with them: whoever mends a file wants to hear of every mistake
/// at once, where a board that cannot start is content with the first.
///
/// Settings are read by code that stops at a mistake. So what is wrong is left out, and all is read
/// again until nothing is.
package struct SettingsCheck {
  /// More would not be read through.
  private static let mostProblems = 50

  package private(set) var problems: [SettingsError] = []
  /// What is right of them; `nil` where even that is not known, as of a file that is no TOML.
  package private(set) var settings: Settings?
  /// What of the command line, the environment and the file is right.
  private(set) var reader: SettingReader

  private var content: ConfigurationValue?

  /// Reads the file too.
  package init(flags: [Setting: String], environment: [String: String]) {
    self.init(reading: flags, environment)
    let found = problems
    problems = found.sorted { line(of: $0) < line(of: $1) }
  }

  /// What is not in the file comes first.
  private func line(of problem: SettingsError) -> Int {
    problem.source.map(place).flatMap { Int($0.drop { !$0.isNumber }) } ?? 0
  }

  private init(reading flags: [Setting: String], _ environment: [String: String]) {
    reader = SettingReader(flags: flags, environment: environment, file: .empty)
    do {
      content = try ConfigurationFile.content(environment)
    } catch {
      problems.append(Self.problem(error))
      return
    }
    while problems.count < Self.mostProblems {
      do {
        try read(place: ConfigurationFile.place(environment, isThere: content != nil))
        return
      } catch {
        let problem = Self.problem(error)
        problems.append(problem)
        guard let source = problem.source, leaveOut(source) else { return }
      }
    }
  }

  private mutating func read(place: ConfigurationPlace) throws {
    let file = try ConfigurationFile(content, place: place)
    reader = SettingReader(flags: reader.flags, environment: reader.environment, file: file)
    let settings = try Settings(reader)
    _ = try settings.keymap()
    self.settings = settings
  }

  /// Leaves out what was written there; `false` where nothing was.
  private mutating func leaveOut(_ source: String) -> Bool {
    var (flags, environment) = (reader.flags, reader.environment)
    for setting in Setting.allCases {
      if setting.flag == source { flags[setting] = nil }
      if setting.variable == source { environment[source] = nil }
    }
    let rest = content?.leavingOut(source)
    let isLess =
      flags.count < reader.flags.count || environment.count < reader.environment.count
      || rest?.places != content?.places
    content = rest
    reader = SettingReader(flags: flags, environment: environment, file: reader.file)
    return isLess
  }

  private static func problem(_ error: any Error) -> SettingsError {
    error as? SettingsError ?? SettingsError("\(error)")
  }
}

extension ConfigurationValue {
  /// Where its values stand.
  fileprivate var places: [String] {
    guard case .table(let entries) = content else { return [place] }
    return [place] + entries.flatMap(\.value.places)
  }
}
