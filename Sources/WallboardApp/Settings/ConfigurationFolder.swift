/// Where a person's configuration is: `$XDG_CONFIG_HOME/wallboard`, else `~/.config/wallboard`.
enum ConfigurationFolder {
  /// The folder's path, without a slash at the end; `nil` where the environment names no home.
  static func path(_ environment: [String: String]) -> String? {
    // The XDG specification has relative paths ignored.
    if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") { return home + "/wallboard" }
    return environment["HOME"].map { $0 + "/.config/wallboard" }
  }
}
