import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardSystem

/// The settings, with their names in the file, on the command line and in the environment.
package enum Setting: String, CaseIterable, Sendable {
  case workspace, url, fps, theme, privacy, color, ascii, mouse, log
  case tokenFile = "token_file"
  case caFile = "ca_file"
  case observerURL = "observer_url"
  case observerAuthentication = "observer_auth"
  case awayAfter = "away_after"
  case wall = "wall.enabled"
  case wallFollow = "wall.follow"
  case streamSilence = "watchdogs.stream"
  case observerSilence = "watchdogs.observer"

  /// The key in `config.toml`, with its table before a dot.
  var key: String { rawValue }

  /// The command-line flag; `nil` where there is none.
  package var flag: String? {
    switch self {
    case .workspace, .url, .fps, .theme, .privacy, .color, .ascii, .mouse, .log: "--" + rawValue
    case .wall: "--wall"
    case .tokenFile: "--token-file"
    case .caFile: "--ca-file"
    case .observerURL: "--observer-url"
    case .observerAuthentication, .awayAfter, .wallFollow, .streamSilence, .observerSilence:
      nil
    }
  }

  /// The environment variable; `nil` where there is none.
  package var variable: String? {
    switch self {
    case .workspace, .url, .fps, .theme, .privacy, .color, .ascii, .mouse, .log:
      "WALLBOARD_" + rawValue.uppercased()
    case .wall: "WALLBOARD_WALL"
    case .caFile: "CURL_CA_BUNDLE"
    case .observerURL: "WALLBOARD_OBSERVER_URL"
    case .tokenFile, .observerAuthentication, .awayAfter, .wallFollow, .streamSilence,
      .observerSilence:
      nil
    }
  }
}

/// A setting as it was written, and where.
struct SettingText: Equatable, Sendable {
  let text: String
  /// Such as `--fps`, `WALLBOARD_FPS` or `/home/ada/.config/wallboard/config.toml:3: fps`.
  let source: String
}

/// Why the program cannot start as it was set up: a sentence. Exit status 64.
package struct SettingsError: Error, CustomStringConvertible {
  package let description: String
  /// Where what is wrong was written, as in ``SettingText/source``; `nil` where no place is known.
  let source: String?

  init(_ description: String, source: String? = nil) {
    self.description = description
    self.source = source
  }

  init(_ setting: SettingText, isNot choices: String) {
    self.init(
      "\(setting.source): “\(setting.text)” is not \(choices).", source: setting.source)
  }
}

extension SettingsError: Equatable {
  /// The sentence names the place.
  package static func == (left: SettingsError, right: SettingsError) -> Bool {
    left.description == right.description
  }
}

/// Finds a setting by precedence, and parses it.
struct SettingReader {
  let flags: [Setting: String]
  let environment: [String: String]
  let file: ConfigurationFile

  func text(_ setting: Setting) -> SettingText? { texts(setting).first }

  /// Wherever it was written; the first one counts.
  func texts(_ setting: Setting) -> [SettingText] {
    var texts: [SettingText] = []
    if let flag = setting.flag, let text = flags[setting] {
      texts.append(SettingText(text: text, source: flag))
    }
    if let variable = setting.variable, let text = environment.variable(variable) {
      texts.append(SettingText(text: text, source: variable))
    }
    if let text = file[setting] { texts.append(text) }
    return texts
  }

  /// A path; `~/` is expanded, since no shell does so in the file.
  func path(_ setting: Setting) -> String? {
    guard let path = text(setting)?.text else { return nil }
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// Whose certificates are trusted; by default, what the variables of OpenSSL and the curl tool
  /// say.
  func authorities() -> (file: String?, folder: String?) {
    if let file = path(.caFile) { return (file, nil) }
    return (environment.variable("SSL_CERT_FILE"), environment.variable("SSL_CERT_DIR"))
  }

  func number(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = text(setting) else { return nil }
    guard let number = Int(text.text), range.contains(number) else {
      throw SettingsError(
        text, isNot: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A length of time in whole seconds; a number alone is seconds.
  func seconds(_ setting: Setting) throws -> Int64? {
    guard let text = text(setting) else { return nil }
    guard let length = TimeLength(text.text) ?? TimeLength(text.text + "s") else {
      throw SettingsError(text, isNot: AmountUnit.seconds.choices)
    }
    return length.seconds
  }

  func flag(_ setting: Setting) throws -> Bool? {
    guard let text = text(setting) else { return nil }
    switch text.text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw SettingsError(text, isNot: "true or false")
    }
  }

  func choice<Choice>(_ setting: Setting, of choices: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = text(setting) else { return nil }
    guard let choice = Choice(rawValue: text.text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError(text, isNot: "one of \(names)")
    }
    return choice
  }

  func workspace() throws -> WorkspaceID? {
    guard let text = text(.workspace) else { return nil }
    guard let workspace = WorkspaceID(text.text) else {
      throw SettingsError(
        text, isNot: "a workspace ID, such as 00000000-0000-4000-8000-000000000001")
    }
    return workspace
  }

  func address(_ setting: Setting) throws -> PlatformAddress? {
    guard let text = text(setting) else { return nil }
    do {
      return setting == .observerURL
        ? try PlatformAddress(webSocket: text.text) : try PlatformAddress(text.text)
    } catch {
      throw SettingsError("\(text.source): \(error)", source: text.source)
    }
  }

  /// `nil` where the board is at a desk.
  func wall() throws -> WallSettings? {
    let wall = WallSettings(follow: try flag(.wallFollow) ?? false)
    return try flag(.wall) == true ? wall : nil
  }
}
