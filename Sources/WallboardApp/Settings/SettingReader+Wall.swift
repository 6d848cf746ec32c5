import WallboardBoard
import WallboardEvents

extension SettingReader {
  /// The wall's habits; `nil` where the board is at a desk.
  func wall() throws -> WallSettings? {
    let defaults = WallSettings()
    var wall = WallSettings()
    wall.pageSeconds =
      try number(.wallPageSeconds, in: 1...86_400).map(Int64.init) ?? defaults.pageSeconds
    wall.director = try flag(.wallDirector) ?? defaults.director
    return try flag(.wall) == true ? wall : nil
  }
}

extension Settings {
  /// Throws when the command line asks for what no wall shows.
  package func checkWall(flags: [Setting: String]) throws {
    guard wall != nil, let privacy = flags[.privacy], privacy != PrivacyMode.wall.rawValue else {
      return
    }
    throw SettingsError(
      "A wall shows nothing private, so that --privacy \(privacy) does not go with it.")
  }
}
