/// Which terminals a theme is made for; the raw value is the word in its file.
package enum ThemeBackground: String, CaseIterable, Sendable {
  case dark, light
  /// It leaves the background to the terminal, or brings its own.
  case any

  /// Whether a terminal of that background is a dark or a light one: which of black and white stands
  /// off it less.
  package init(of color: RGB) {
    let (black, white) = (RGB(red: 0, green: 0, blue: 0), RGB(red: 255, green: 255, blue: 255))
    self = color.contrast(with: black) < color.contrast(with: white) ? .dark : .light
  }

  /// By what a terminal's environment says, for as long as itself has not: its type, which for the
  /// console of Linux says enough, and what some set `COLORFGBG` to, the number of the foreground among
  /// the sixteen colours and, last, that of the background. `nil` where neither says anything.
  package init?(environment: [String: String]) {
    guard environment["TERM"]?.hasPrefix("linux") != true else {
      self = .dark
      return
    }
    guard let colorFGBG = environment["COLORFGBG"], colorFGBG.utf8.count < 32,
      let last = colorFGBG.split(separator: ";").last,
      colorFGBG.contains(";"), let number = UInt8(last), number < 16
    else { return nil }
    // White, and what is bright but grey.
    self = number == 7 || number > 8 ? .light : .dark
  }
}
