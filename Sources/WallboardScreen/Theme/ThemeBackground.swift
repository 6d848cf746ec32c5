/// Which terminals a theme is made for; the raw value is the word in its file.
package enum ThemeBackground: String, CaseIterable, Sendable {
  case dark, light
  /// It leaves the background to the terminal, or brings its own.
  case any
}
