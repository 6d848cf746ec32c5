/// Where what the program remembers is: `$XDG_STATE_HOME/wallboard`, else
/// `~/.local/state/wallboard`.
enum StateFolder {
  /// The folder's path, without a slash at the end; `nil` where the environment names no home, or
  /// one that is not there, as of an account that is not for people.
  static func path(_ environment: [String: String]) -> String? {
    // The XDG specification has relative paths ignored.
    if let home = environment["XDG_STATE_HOME"], home.hasPrefix("/") { return home + "/wallboard" }
    guard let home = environment["HOME"], !FilePath.isAbsent(home) else { return nil }
    return home + "/.local/state/wallboard"
  }
}
