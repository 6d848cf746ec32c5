import FoundationEssentials
package import WallboardScreen
import WallboardThemes

/// The themes that can be chosen while the board runs. They are read before it begins, so that
/// looking through them cannot fail.
package struct ThemeLibrary: Sendable {
  /// The themes, those of the program first.
  package private(set) var themes: [Theme]
  /// What is wrong with files that are no use, a sentence each.
  package let problems: [String]
  /// Why a person's own themes cannot be looked for.
  package let folderProblem: String?
  /// The theme to begin with.
  package let first: Theme

  /// Reads all themes, and the one of that name or path to begin with. That one has to be usable;
  /// of the others what is not is left out.
  package init(_ loader: ThemeLoader, first name: String) throws {
    let first = try loader.load(name)
    let results = loader.names.map { name in Result { try loader.load(name) } }
    self.first = first
    themes = results.compactMap { try? $0.get() }
    let unusable = results.compactMap { result in
      if case .failure(let error) = result { "\(error)" } else { nil }
    }
    folderProblem = loader.problem
    problems = [loader.problem].compactMap { $0 } + unusable
    if !themes.contains(where: { $0.name == first.name }) { themes.append(first) }
  }

  /// The theme of that name.
  package subscript(name: String) -> Theme? { themes.first { $0.name == name } }

  /// What to say of each theme, by name.
  package var notes: [String: String] {
    Dictionary(themes.map { ($0.name, $0.summary) }) { first, _ in first }
  }
}

/// Finds themes by name, among a person's own and those that the program carries, or by the path of
/// their file; and what they inherit.
package struct ThemeLoader {
  /// A file larger than this is no theme, in bytes.
  private static let largest = 1 << 18
  /// How many files a theme may stand on.
  static let deepest = 8
  /// How many files of a person's own are looked at.
  static let largestFolder = 64

  /// The names of the themes that the program carries.
  package static let builtIn = EmbeddedThemes.all.map(\.name)

  /// Where a person's own themes are; `nil` where there is no home.
  let folder: String?
  /// The names of a person's own themes, in order.
  package let own: [String]
  /// Why their folder cannot be looked into.
  package let problem: String?

  /// A loader that finds the person's own themes as the interface says:
  /// `$XDG_CONFIG_HOME/wallboard/themes/`, else `~/.config/wallboard/themes/`.
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

  /// Every name, each once: a file of the person's own stands in for a theme of the same name.
  package var names: [String] { Self.builtIn + own.filter { !Self.builtIn.contains($0) } }

  /// Loads the theme of that name, or of that path when there is a slash or `.toml` in it.
  package func load(_ nameOrPath: String) throws -> Theme {
    if Self.isPath(nameOrPath) {
      return try definition(ofFile: nameOrPath, .fileOrPipe, below: [])
        .theme(named: nameOrPath)
    }
    if let folder, own.contains(nameOrPath) {
      let path = "\(folder)/\(nameOrPath).toml"
      return try definition(ofFile: path, .file, below: []).theme(named: nameOrPath)
    }
    guard let definition = try definition(builtIn: nameOrPath) else {
      if let problem { throw FileFailure("There may be a theme “\(nameOrPath)”: \(problem)") }
      throw SettingsError(
        "There is no theme “\(nameOrPath)”; the themes are \(names.joined(separator: ", ")), "
          + "and any file whose path is given.")
    }
    return definition.theme(named: nameOrPath)
  }

  private static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".toml")
  }

  /// What the program's own theme of that name says; `nil` when there is none.
  private func definition(builtIn name: String) throws -> ThemeDefinition? {
    guard let theme = EmbeddedThemes.all.first(where: { $0.name == name }) else { return nil }
    let file = try ThemeFile(
      path: "Themes/\(name).toml", toml: String(decoding: theme.toml, as: UTF8.self))
    guard let parent = try file.inherits() else { return try file.definition(over: base) }
    guard let inherited = try definition(builtIn: parent) else {
      throw file.wrongInheritance("there is no theme '\(parent)'")
    }
    return try file.definition(over: inherited)
  }

  /// What a file says, `below` being the files that inherit it.
  private func definition(
    ofFile path: String, _ kind: TextFile.Kind, below descendants: [String]
  ) throws -> ThemeDefinition {
    let file = try ThemeFile(
      path: path, toml: try TextFile.read(path, kind, atMost: Self.largest))
    guard let parent = try file.inherits() else { return try file.definition(over: base) }
    if !Self.isPath(parent) {
      guard let inherited = try definition(builtIn: parent) else {
        throw file.wrongInheritance(
          "there is no theme '\(parent)'; the themes are "
            + "\(Self.builtIn.joined(separator: ", ")), and any file whose path is given")
      }
      return try file.definition(over: inherited)
    }
    let files = descendants + [Self.canonical(path)]
    let parentPath = Self.path(parent, besides: path)
    guard !files.contains(Self.canonical(parentPath)) else {
      throw file.wrongInheritance("'\(parent)' inherits this theme itself")
    }
    guard files.count < Self.deepest else {
      throw file.wrongInheritance("more than \(Self.deepest) files inherit one another")
    }
    return try file.definition(over: try definition(ofFile: parentPath, .file, below: files))
  }

  /// A theme that says nothing looks as by default.
  private var base: ThemeDefinition { ThemeDefinition() }

  /// A path as it is meant in a file, from that file's folder on.
  private static func path(_ name: String, besides file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }

  private static func canonical(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }
}
