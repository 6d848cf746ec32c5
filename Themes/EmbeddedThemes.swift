/// The theme files that the program carries within itself, so that one binary is the whole program.
package enum EmbeddedThemes {
  /// Every embedded theme: its name and the bytes of its TOML file.
  package static let all: [(name: String, toml: [UInt8])] = [
    ("default", PackageResources.default_toml)
  ]
}
