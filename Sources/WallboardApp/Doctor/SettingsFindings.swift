import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardViews

/// What is to be told of the settings, the token and the workspace.
extension Finding {
  /// Each mistake, or that there is none.
  static func settings(_ check: SettingsCheck, themeProblems: [String]) -> [Finding] {
    let problems = check.problems.map { Finding.failed(.settings, $0.description.asClause) }
    let themes = themeProblems.map { Finding.warning(.settings, $0.asClause) }
    guard problems.isEmpty, let settings = check.settings else { return problems + themes }
    let place = settings.configuration
    let file = place.isThere ? place.path : "there is no \(place.path)"
    return [.ok(.settings, ([file] + check.overridden).joined(separator: "; "))] + themes
  }

  /// Where the token is, what it looks like and when it ends. `isAccepted`: the stream began with it.
  static func token(
    _ credential: Credential, from source: String, _ identity: ProbedIdentity,
    isAccepted: Bool = false, now: Int64
  ) -> Finding {
    let kind = credential.kind == .key ? "an API key" : "an access token (JWT)"
    let plain = "\(source), \(kind)"
    let own = credential.expiresAt
    let isOver = own.map { $0.seconds <= now } ?? false
    let end = own.map { "; by its own words it \(isOver ? "expired" : "expires") on \($0.day)" }
    let words = plain + (end ?? "")
    switch identity {
    case .known(let expiresAt?, _):
      let left = expiresAt.seconds - now
      let day = expiresAt.day
      if left <= 0 {
        return .failed(
          .token, "\(plain): it expired on \(day)", cure: "get a new one", isRefusal: true)
      }
      let when = "expires in \(left.spanInWords), on \(day)"
      return left <= KeyExpiry.notice
        ? .warning(.token, "\(plain): \(when)", cure: "get a new one before then")
        : .ok(.token, "\(plain); \(when)")
    case .known(nil, _): return .ok(.token, "\(words); the platform does not say when it expires")
    // Only keys are documented to be answered.
    case .refused(let sentence) where credential.kind == .accessToken:
      return isAccepted
        ? .ok(.token, "\(words); the stream accepts it, and auth/me does not: \(sentence)")
        : .warning(
          .token, "\(words); auth/me does not accept it: \(sentence)",
          cure: isOver ? "get a new one" : nil)
    case .refused(let sentence):
      return .failed(
        .token, "\(words): \(sentence)", cure: "get a new one", isRefusal: true)
    case .unknown, .notAsked:
      if isOver, !isAccepted { return .warning(.token, words, cure: "get a new one") }
      guard case .unknown(let sentence) = identity, own == nil else { return .ok(.token, words) }
      let unknown = "\(words); when it expires is not known: \(sentence)"
      return credential.kind == .accessToken ? .ok(.token, unknown) : .warning(.token, unknown)
    }
  }

  static func workspace(
    _ set: WorkspaceID?, from source: String?, _ identity: ProbedIdentity
  ) -> Finding {
    switch (set, identity) {
    case (let set?, .known(_, let own)) where set != own:
      .failed(
        .workspace,
        "\(set.short) is set by \(source ?? "the settings"), and the token belongs to \(own.short)",
        cure: "leave the workspace out, or use a token of that workspace", isRefusal: true)
    case (let set?, .known): .ok(.workspace, "\(set.short), which is the token's own")
    case (let set?, _): .ok(.workspace, "\(set.short), set by \(source ?? "the settings")")
    case (nil, .known(_, let own)): .ok(.workspace, "\(own.short), the token's own")
    case (nil, .notAsked):
      .warning(
        .workspace, "none is set, and the platform was not asked which one the token belongs to")
    case (nil, .refused), (nil, .unknown):
      .failed(
        .workspace, "none is set, and the platform does not say which one the token belongs to",
        cure: "set workspace, --workspace or WALLBOARD_WORKSPACE")
    }
  }
}

/// What the platform says of the token (`auth/me`).
enum ProbedIdentity: Equatable {
  case known(expiresAt: Timestamp?, WorkspaceID)
  /// Why, in a sentence.
  case refused(String)
  case unknown(String)
  case notAsked
}

extension WorkspaceID {
  /// Enough to tell two from each other.
  fileprivate var short: String { "\(rawValue.prefix(8))…\(rawValue.suffix(4))" }
}

extension String {
  /// A sentence as a part of a line, which ends with no full stop.
  var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Timestamp {
  /// The day by UTC, such as `2026-08-03`.
  var day: String { String(iso8601.prefix(10)) }
}

extension Int64 {
  /// So many seconds in words, about: `29 days`, `5h20m`, `40s`.
  var spanInWords: String {
    let days = (self + 43_200) / 86_400
    if days >= 2 { return "\(days) days" }
    return Metric.Unit.seconds.quantity(Double(self >= 3_600 ? self / 60 * 60 : self))
  }
}
