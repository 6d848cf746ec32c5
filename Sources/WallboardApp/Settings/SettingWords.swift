import WallboardEvents
import WallboardPlatform
import WallboardScreen

/// What a setting means: what the help says of its flag, and the manual of its key.
extension Setting {
  package var meaning: String {
    switch self {
    case .workspace: "The workspace ID; not needed when the token is an API key."
    case .url: "The platform's address; it may have a path."
    case .observerURL:
      "The address for following calls, if it is another one; ws and wss work too."
    case .observerAuthentication:
      "How the token is sent when a call is followed; header is for a token that a WebSocket "
        + "sub-protocol cannot carry."
    case .tokenFile: "A private file with the token, or - for standard input; else WALLBOARD_TOKEN."
    case .privacy: "How much is shown of callers and of what is said: wall, desk or open."
    case .caFile: "A file of CA certificates to trust besides the system's."
    case .log: "Log to this file, such as why a connection ended; nothing private goes into it."
    case .fps: "Frames per second, 1 to 60."
    case .theme: "A theme's name, the path of its file, or auto."
    case .color: "How many colours to use: auto, never, 16, 256 or truecolor."
    case .ascii: "Draw with ASCII characters only."
    case .mouse: "Use the mouse: select, scroll, double-click to open."
    case .wall: "Show big numbers and who is waiting, nothing private."
    case .wallFollow:
      "Follow a call by itself, on a wall that has room for one beside the callers waiting."
    case .awayAfter:
      "How long without a key, until the next one shows what happened meanwhile; 0 for never."
    case .streamSilence: "Seconds of silence, until the stream is opened again."
    case .observerSilence:
      "Seconds of silence, until the connection of a followed call is opened again."
    }
  }

  /// What may be written.
  var choices: String {
    switch self {
    case .workspace: "a workspace ID"
    case .url, .observerURL: "an address"
    case .tokenFile, .caFile, .log: "a path, which may begin with ~/"
    case .theme: "a name or a path"
    case .fps: "a whole number from 1 to 60"
    case .streamSilence, .observerSilence: "a whole number from 1 to 86400"
    case .ascii, .mouse, .wall, .wallFollow: "true or false"
    case .awayAfter: AmountUnit.seconds.choices
    case .observerAuthentication: Self.oneOf(ObserverAuthentication.self)
    case .privacy: Self.oneOf(PrivacyMode.self)
    case .color: Self.oneOf(ColorChoice.self)
    }
  }

  /// A value, where the default is none that could be written.
  var example: String? {
    switch self {
    case .workspace: #""00000000-0000-4000-8000-000000000001""#
    case .observerURL: #""wss://observer.example""#
    case .tokenFile: #""~/.config/wallboard/token""#
    case .caFile: #""/etc/ssl/certs/company.pem""#
    case .log: #""~/wallboard.log""#
    case .ascii: "true"
    case .url, .fps, .theme, .privacy, .color, .mouse, .observerAuthentication, .awayAfter, .wall,
      .wallFollow, .streamSilence, .observerSilence:
      nil
    }
  }

  private static func oneOf<Choice>(_ choices: Choice.Type) -> String
  where Choice: RawRepresentable<String> & CaseIterable {
    "one of " + Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }
}
