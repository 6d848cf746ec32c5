import TOMLKit
package import WallboardScreen
import WallboardThemes

/// Finds themes by name among those that the program carries, or by the path of their file.
package enum ThemeLoader {
  /// A file larger than this is no theme, in bytes.
  private static let largest = 1 << 18

  /// The names of the themes that the program carries.
  package static var names: [String] { EmbeddedThemes.all.map(\.name) }

  /// Loads the theme of that name, or of that path when there is a slash or `.toml` in it.
  package static func load(_ nameOrPath: String) throws -> Theme {
    if nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml") {
      let toml = try TextFile.read(nameOrPath, atMost: largest)
      return try parse(toml, name: nameOrPath, path: nameOrPath)
    }
    guard let theme = EmbeddedThemes.all.first(where: { $0.name == nameOrPath }) else {
      throw SettingsError(
        "There is no theme “\(nameOrPath)”; the themes are \(names.joined(separator: ", ")), "
          + "and any file whose path is given.")
    }
    return try parse(
      String(decoding: theme.toml, as: UTF8.self), name: theme.name,
      path: "Themes/\(theme.name).toml")
  }

  private static func parse(_ toml: String, name: String, path: String) throws -> Theme {
    do {
      let file = try TOMLDecoder().decode(ThemeFile.self, from: toml)
      return try Theme(name: name, roles: file.roles)
    } catch let error as TOMLParseError {
      throw SettingsError("\(path):\(error.source.begin.line): \(error.description)")
    } catch {
      throw SettingsError("\(path): \(error)")
    }
  }
}

/// The shape of a theme's file.
private struct ThemeFile: Decodable {
  let roles: [String: String]
}
