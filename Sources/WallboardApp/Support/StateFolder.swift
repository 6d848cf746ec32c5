/// Where what the program remembers is: `$XDG_STATE_HOME/wallboard`, else
/// `~/.local/state/wallboard`.
enum StateFolder {
  /// The folder's path, without a slash at the end; `nil` where the environment names no home.
  static func path(_ environment: [String: String]) -> String? {
    // The XDG specification has relative paths ignored.
    if let home = environment["XDG_STATE_HOME"], home.hasPrefix("/") { return home + "/wallboard" }
    return environment["HOME"].map { $0 + "/.local/state/wallboard" }
  }
}
