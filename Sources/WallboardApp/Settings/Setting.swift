/// The settings: the one table of their names in the configuration file and in the environment.
package enum Setting: String, CaseIterable, Sendable {
  case workspace, url, fps, theme, privacy, color, ascii, mouse, log
  case tokenFile = "token_file"
  case caFile = "ca_file"
  case observerURL = "observer_url"
  case observerAuthentication = "observer_auth"
  case awayAfter = "away_after"
  case wall = "wall.enabled"
  case wallPageSeconds = "wall.page_seconds"
  case wallDirector = "wall.director"
  case streamSilence = "watchdogs.stream"
  case observerSilence = "watchdogs.observer"

  /// The key in `config.toml`, with its table before a dot.
  var key: String { rawValue }

  /// The flag of the command line; `nil` for what the file alone can set.
  var flag: String? {
    switch self {
    case .workspace, .url, .fps, .theme, .privacy, .color, .ascii, .mouse, .log: "--" + rawValue
    case .wall: "--wall"
    case .tokenFile: "--token-file"
    case .caFile: "--ca-file"
    case .observerURL: "--observer-url"
    case .observerAuthentication, .awayAfter, .wallPageSeconds, .wallDirector, .streamSilence,
      .observerSilence:
      nil
    }
  }

  /// The variable of the environment; `nil` where there is none.
  var variable: String? {
    switch self {
    case .workspace, .url, .fps, .theme, .privacy, .color, .ascii, .mouse, .log:
      "WALLBOARD_" + rawValue.uppercased()
    case .wall: "WALLBOARD_WALL"
    case .caFile: "CURL_CA_BUNDLE"
    case .observerURL: "WALLBOARD_OBSERVER_URL"
    case .tokenFile, .observerAuthentication, .awayAfter, .wallPageSeconds, .wallDirector,
      .streamSilence, .observerSilence:
      nil
    }
  }
}

/// A setting as somebody wrote it, and where.
struct SettingText: Equatable, Sendable {
  let text: String
  /// Such as `--fps`, `WALLBOARD_FPS` or `/home/ada/.config/wallboard/config.toml:3: fps`.
  let source: String
}

/// Why the program cannot start as it was asked to: a sentence for whoever set it up.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }

  init(_ setting: SettingText, isNot choices: String) {
    self.init("\(setting.source): “\(setting.text)” is not \(choices).")
  }
}
