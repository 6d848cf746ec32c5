import WallboardEvents
import WallboardNetwork
import WallboardPlatform

/// What is to be told of the way to the platform.
extension Finding {
  /// The proxy as it will be used.
  static func proxy(_ proxies: ProxyEnvironment, to addresses: [PlatformAddress]) -> Finding {
    do {
      let proxy = try addresses.lazy.compactMap { try proxies.proxy(to: $0.origin) }.first
      if let proxy { return .ok(.proxy, "\(proxy), as \(proxies) says") }
      let isNamed = "\(proxies)" != "\(ProxyEnvironment())"
      return .ok(
        .proxy, isNamed ? "none: what \(proxies) says does not hold for this address" : "none")
    } catch {
      return .failed(.proxy, "\(error)".asClause)
    }
  }

  /// What the first request came to, and whether it is worth going on.
  static func reach(_ address: PlatformAddress, _ answer: ProbedAnswer) -> Finding {
    let time = answer.duration.inWords
    switch answer.result {
    // Which members an access token is answered with is not documented; an object it is.
    case .success(let response) where response.status == 200 && !response.isObject:
      return .failed(
        .address, "\(address) answers as no platform does (no JSON to auth/me)",
        cure: "look whether the address is right")
    case .success(let response)
    where response.status == 200 || response.failure?.isRefusal == true:
      return .ok(.address, "\(address), which answers in \(time)")
    case .success(let response) where response.status == 429 || response.status >= 500:
      return .warning(
        .address, "\(address) answers with status \(response.status)", cure: "try again later")
    case .success(let response):
      return .failed(
        .address, "\(address) answers as no platform does (status \(response.status) to auth/me)",
        cure: "look whether the address is right")
    case .failure(let end): return failure(address, end, at: answer.failurePlace)
    }
  }

  private static func failure(
    _ address: PlatformAddress, _ end: AttemptEnd, at place: FailurePlace?
  ) -> Finding {
    let words = end.sentence.string.asClause
    switch place {
    case .proxy: return .failed(.proxy, words, cure: "mend the variable that names the proxy")
    case .security: return .failed(.tls, words)
    case .address, nil:
      return .failed(.address, "\(address): \(words)", cure: "look whether the address is right")
    }
  }

  static func tls(
    _ address: PlatformAddress, _ certificate: ServerCertificate?, trusts authority: String,
    now: Int64
  ) -> Finding {
    guard address.origin.scheme == .https else {
      return .warning(.tls, "none: plain HTTP, which is only for a platform on this machine")
    }
    let issuer = certificate?.issuer.map { " by \($0)" } ?? ""
    let words = "a certificate\(issuer), trusted by \(authority)"
    guard let expiresAt = certificate?.expiresAt else { return .ok(.tls, words) }
    let left = expiresAt.seconds - now
    let until = "valid for \(max(0, left).spanInWords), until \(expiresAt.day)"
    return left < certificateNotice
      ? .warning(.tls, "\(words), \(until)", cure: "tell who runs the platform")
      : .ok(.tls, "\(words), \(until)")
  }

  /// Seconds before the end of a certificate from which on somebody ought to know.
  private static let certificateNotice: Int64 = 7 * 86_400

  static func read(_ read: ProbedRead) -> Finding {
    let name = read.source.rawValue
    let statuses = read.statuses.map(String.init).joined(separator: ", then ")
    guard let end = read.end else {
      return .ok(
        .read, "\(name): status \(statuses) in \(read.duration.inWords) (\(read.source.need))")
    }
    return .failed(
      .read, "\(name): \(end.sentence.string.asClause) (\(read.source.need))",
      cure: end.isRefusal ? "ask for a token with a role that may read this" : nil,
      isRefusal: end.isRefusal)
  }

  static func observer(_ observer: ProbedObserver) -> Finding {
    switch observer {
    case .open: return .ok(.observer, "the handshake is accepted")
    case .unanswered:
      return .failed(
        .observer, "the handshake is not answered: calls cannot be followed",
        cure: ProxyAdvice.upgrade)
    case .ended(let end, let wasOpen):
      let words = end.sentence.string.asClause
      switch end {
      case .closed(4004, _), .closed(1000, _), .sessionEnded:
        return .ok(
          .observer, "the handshake is accepted, and a call that does not exist is not found")
      case .attempt(.status(404, _, _)):
        return .warning(
          .observer, "\(words); the call that was asked for does not exist, so this may be right",
          cure: "follow a live call to be sure")
      case .closed(4029, _), .closed(1013, _):
        return .warning(.observer, "\(words)", cure: "try again later")
      case .unsendableToken: return .failed(.observer, words)
      case .closed, .violation, .attempt:
        return .failed(
          .observer, wasOpen ? "the handshake is accepted, and then: \(words)" : words,
          isRefusal: end.isRefusal)
      }
    }
  }

  static func clock(_ standing: ClockStanding?) -> Finding {
    switch standing {
    case nil: .warning(.clock, "no answer has said what time it is")
    case .right: .ok(.clock, "as the platform's, to about a second")
    case .wrong(let seconds):
      .warning(
        .clock,
        "this machine's is \(abs(seconds).spanInWords) \(seconds > 0 ? "ahead" : "behind"); "
          + "waits are counted by the platform's",
        cure: "set this machine's clock, best by NTP")
    case .disputed(let seconds):
      .warning(
        .clock,
        "the platform's answers are dated \(abs(seconds).spanInWords) "
          + "\(seconds > 0 ? "earlier" : "later") than it is here, which is not believed",
        cure: "look whether this machine's clock is right")
    }
  }
}

extension PlatformResponse {
  /// Whether it looks like an object of JSON.
  fileprivate var isObject: Bool {
    body.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }
}

extension SnapshotSource {
  /// Which role may read it, as far as the contract says (section 5).
  fileprivate var need: String {
    switch self {
    case .services: "needs Service.view"
    case .surfaces: "needs surfaces:read, which viewers and above have"
    case .calls, .operators, .escalations: "the role it needs is not documented"
    }
  }
}

extension Duration {
  /// `12 ms` or `1.5 s`.
  var inWords: String {
    let milliseconds = Int((self / .milliseconds(1)).rounded())
    guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
