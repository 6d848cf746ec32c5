import FoundationEssentials
package import WallboardScreen
import WallboardThemes

/// The themes that can be chosen while the board runs, read before it begins so that choosing
/// cannot fail.
package struct ThemeLibrary: Sendable {
  /// The name that stands for the theme which suits the terminal, unless a person's own is called so.
  package static let automatic = "auto"

  /// What is known of the terminal: `nil` for nothing.
  package var background: ThemeBackground?
  /// The program's own come first.
  private var themes: [Theme]
  private let hasAutomatic: Bool
  /// A sentence for each unusable file.
  package let problems: [String]
  /// Why the folder of a person's own themes cannot be read.
  package let folderProblem: String?
  /// The name of the theme to begin with.
  package let first: String
  /// The name of one in use whose file is gone, or is no theme any more.
  private(set) var kept: String?

  /// Reads all themes. The one to begin with, a name or path, has to be usable; others that are not
  /// are left out. `source` is where its name was written.
  package init(
    _ loader: ThemeLoader, first name: String, from source: String? = nil,
    background: ThemeBackground? = nil
  ) throws {
    hasAutomatic = !loader.own.contains(Self.automatic)
    let isAutomatic = hasAutomatic && name == Self.automatic
    let given = isAutomatic ? nil : try loader.load(name, from: source)
    let results = loader.names.map { name in Result { try loader.load(name) } }
    first = name
    self.background = background
    themes = results.compactMap { try? $0.get() }
    let unusable = results.compactMap { result in
      if case .failure(let error) = result { "\(error)" } else { nil }
    }
    folderProblem = loader.problem
    problems = [loader.problem].compactMap { $0 } + unusable
    if let given, !themes.contains(where: { $0.name == name }) { themes.append(given) }
  }

  /// What can be chosen.
  package var names: [String] {
    (hasAutomatic ? [Self.automatic] : []) + themes.map(\.name)
  }

  /// How a theme looks on this terminal.
  package subscript(name: String) -> Theme? {
    guard isAutomatic(name) else { return themes.first { $0.name == name } }
    // A person's own file may stand in the place of one of ours, and be unusable.
    return themes.first { $0.name == suitable } ?? themes.first { $0.name == "default" }
  }

  /// What each theme is like, in a line.
  package var notes: [String: String] {
    var notes = Dictionary(themes.map { ($0.name, $0.summary) }) { first, _ in first }
    if hasAutomatic { notes[Self.automatic] = automaticSummary }
    return notes
  }

  package func isAutomatic(_ name: String) -> Bool { hasAutomatic && name == Self.automatic }

  /// What looks otherwise than before, is new or is gone; a path is not told.
  func changes(since before: ThemeLibrary) -> [String] {
    let old = Dictionary(before.themes.map { ($0.name, $0) }) { first, _ in first }
    let new = Dictionary(themes.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    return Set(names.map { ThemeLoader.isPath($0) ? "theme" : "theme \($0)" }).sorted()
  }

  /// Keeps the theme of that name as it was before, where it is none any more.
  mutating func keep(_ name: String, of before: ThemeLibrary) {
    guard self[name] == nil, let theme = before[name] else { return }
    themes.append(theme)
    kept = name
  }

  /// The name of the theme that suits the terminal.
  private var suitable: String {
    switch background {
    case .dark: "dark"
    case .light: "light"
    case .any, nil: "default"
    }
  }

  private var automaticSummary: String {
    background == nil
      ? "\(suitable): the terminal does not say what its background is"
      : "\(suitable), to suit the terminal's background"
  }
}

/// Finds themes by name, among a person's own and the built-in ones, or by path; and what they
/// inherit.
package struct ThemeLoader {
  /// In bytes.
  private static let largest = 1 << 18
  /// How long a chain of inherited files may be.
  static let deepest = 8
  /// How many files of the folder are read.
  static let largestFolder = 64

  package static let builtIn = EmbeddedThemes.all.map(\.name)

  /// The folder of a person's own themes; `nil` where there is no home.
  let folder: String?
  package let own: [String]
  /// Why their folder cannot be read.
  package let problem: String?

  package init(environment: [String: String]) {
    folder = PersonFolder.configuration(environment).map { $0 + "/themes" }
    do {
      let files = try folder.map { try FilePath.names(in: $0) } ?? []
      let names = files.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
      own = names.sorted().prefix(Self.largestFolder).map { String($0.dropLast(5)) }
      problem = nil
    } catch {
      own = []
      problem = "\(error)"
    }
  }

  /// Every name once: a person's own file replaces a built-in theme of the same name.
  package var names: [String] { Self.builtIn + own.filter { !Self.builtIn.contains($0) } }

  /// Loads a theme by name, or by path if it contains a slash or ends with `.toml`. `source` is where
  /// that was written.
  package func load(_ nameOrPath: String, from source: String? = nil) throws -> Theme {
    if Self.isPath(nameOrPath) {
      return try definition(ofFile: nameOrPath, .fileOrPipe, below: [])
        .theme(named: nameOrPath)
    }
    if let folder, own.contains(nameOrPath) {
      let path = "\(folder)/\(nameOrPath).toml"
      return try definition(ofFile: path, .file, below: []).theme(named: nameOrPath)
    }
    guard let definition = try definition(builtIn: nameOrPath) else {
      if let problem {
        throw FileFailure("The theme “\(nameOrPath)” cannot be looked for: \(problem)")
      }
      throw unknown(nameOrPath, from: source)
    }
    return definition.theme(named: nameOrPath)
  }

  private func unknown(_ name: String, from source: String?) -> SettingsError {
    let choices = [ThemeLibrary.automatic].filter { !names.contains($0) } + names
    let list = "The themes are \(choices.joined(separator: ", ")); or give the path of a file."
    let place = source.map { $0 + ": no" } ?? "No"
    return SettingsError("\(place) such theme: “\(name)”. \(list)", source: source)
  }

  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".toml")
  }

  /// `nil` when there is no built-in theme of that name.
  private func definition(builtIn name: String) throws -> ThemeDefinition? {
    guard let theme = EmbeddedThemes.all.first(where: { $0.name == name }) else { return nil }
    let file = try ThemeFile(
      path: "Themes/\(name).toml", toml: String(decoding: theme.toml, as: UTF8.self))
    guard let parent = try file.inherits() else { return try file.definition(over: base) }
    guard let inherited = try definition(builtIn: parent) else {
      throw file.wrongInheritance("no such theme: “\(parent)”")
    }
    return try file.definition(over: inherited)
  }

  /// `descendants` are the files that inherit this one.
  private func definition(
    ofFile path: String, _ kind: TextFile.Kind, below descendants: [String]
  ) throws -> ThemeDefinition {
    let file = try ThemeFile(
      path: path, toml: try TextFile.read(path, kind, atMost: Self.largest))
    guard let parent = try file.inherits() else { return try file.definition(over: base) }
    if !Self.isPath(parent) {
      guard let inherited = try definition(builtIn: parent) else {
        throw file.wrongInheritance(
          "no such theme: “\(parent)”; the themes are "
            + "\(Self.builtIn.joined(separator: ", ")); or give the path of a file")
      }
      return try file.definition(over: inherited)
    }
    let files = descendants + [Self.canonical(path)]
    let parentPath = Self.path(parent, besides: path)
    guard !files.contains(Self.canonical(parentPath)) else {
      throw file.wrongInheritance("“\(parent)” itself inherits from this theme")
    }
    guard files.count < Self.deepest else {
      throw file.wrongInheritance("more than \(Self.deepest) files inherit from one another")
    }
    return try file.definition(over: try definition(ofFile: parentPath, .file, below: files))
  }

  private var base: ThemeDefinition { ThemeDefinition() }

  /// A path relative to the folder of the file that names it.
  private static func path(_ name: String, besides file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }

  private static func canonical(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }
}
