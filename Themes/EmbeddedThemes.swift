/// The theme files that the program carries within itself, so that one binary is the whole program.
package enum EmbeddedThemes {
  /// Every embedded theme, in the order of listing: its name and the bytes of its TOML file.
  package static let all: [(name: String, toml: [UInt8])] = [
    ("default", PackageResources.default_toml),
    ("dark", PackageResources.dark_toml),
    ("light", PackageResources.light_toml),
    ("high-contrast", PackageResources.high_contrast_toml),
    ("colour-blind", PackageResources.colour_blind_toml),
    ("mono", PackageResources.mono_toml),
  ]
}
