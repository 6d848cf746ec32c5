import FoundationEssentials
package import WallboardScreen
import WallboardThemes

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
    folder = ConfigurationFolder.path(environment).map { $0 + "/themes" }
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
