import WallboardPlatform
import WallboardScreen
import WallboardSystem

/// Takes out of a report what is nobody else's business: people paste it where others read it.
struct ReportScrubber: Sendable {
  private let home: String?
  /// What the person is called on this machine.
  private let names: [String]
  /// That of the environment, which may stand in the wrong place, whichever is used.
  private var credentials: [Credential]

  init(environment: [String: String]) {
    let given = try? TokenSource.credential(tokenFile: nil, environment: environment)
    credentials = [given].compactMap(\.self)
    home = environment["HOME"].flatMap { $0.count > 1 ? $0 : nil }
    names = ["USER", "LOGNAME", "USERNAME"].compactMap(environment.variable)
  }

  mutating func hide(_ credential: Credential) { credentials.append(credential) }

  /// Without tokens, names in paths, and what would steer a terminal.
  func scrub(_ text: String) -> String {
    var text = credentials.reduce(text) { $1.scrubbing($0) }
    if let home { text = text.replacing(home + "/", with: "~/") }
    for folder in ["/home/", "/Users/"] { text = Self.hidingOwner(in: text, below: folder) }
    for name in names {
      text = text.replacing("/\(name)/", with: "/…/")
    }
    return TextSafety.clean(text).marked
  }

  /// Leaves out whose folder it is.
  private static func hidingOwner(in text: String, below folder: String) -> String {
    let parts = text.split(separator: folder, omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { part in
      let name = part.prefix { $0 != "/" && !$0.isWhitespace }
      return "…" + part.dropFirst(name.count)
    }
    return ([String(parts[0])] + rest).joined(separator: folder)
  }
}
