/// The file in which a person sets things, and whether it is there.
package struct ConfigurationPlace: Equatable, Sendable {
  package let path: String
  package let isThere: Bool

  /// A file of that path.
  package init(path: String = "~/.config/wallboard/config.toml", isThere: Bool = true) {
    self.path = path
    self.isThere = isThere
  }

  /// Where to write, in words.
  var words: String { isThere ? path : path + " (a new file)" }
}
