import Synchronization
import WallboardEvents
import WallboardNetwork
package import WallboardPlatform
import WallboardSystem

/// Finds out when the token ends, and tells a day before: without it a board shows nothing any more.
///
/// The platform is asked until it answers, on a thread of its own: what `auth/me` says of a key does not
/// change.
package final class KeyExpiry {
  /// Seconds before the end from which on it is told.
  package static let notice: Int64 = 86_400
  /// Nanoseconds from the start to the question, which nothing at the start shall wait for.
  private static let patience: Int64 = 15_000_000_000
  /// Nanoseconds from a question without an answer to the next.
  private static let pause: Int64 = 3_600_000_000_000
  /// Nanoseconds for which it is told, each time; and from one time to the next.
  private static let telling: Int64 = 60_000_000_000
  private static let silence: Int64 = 3_600_000_000_000

  /// What is known of the end.
  enum Found: Equatable {
    /// `nil` where there is none, or where nobody will say.
    case end(Timestamp?)
    /// Nobody has answered yet.
    case nothing
  }

  private let ask: @Sendable (_ isUnwanted: () -> Bool) -> Found
  private let answer = Answer()
  private var thread: SystemThread?
  private var askAt: Int64
  private var tellAt: Int64 = .min
  private var tellUntil: Int64 = .min

  /// What the two threads share.
  private final class Answer: Sendable {
    private let state = Mutex<(found: Found, isUnwanted: Bool)>((.nothing, false))

    var found: Found {
      get { state.withLock { $0.found } }
      set { state.withLock { $0.found = newValue } }
    }

    var isUnwanted: Bool { state.withLock { $0.isUnwanted } }

    func giveUp() { state.withLock { $0.isUnwanted = true } }
  }

  /// `version` is the program's.
  package convenience init(_ settings: Settings, _ credential: Credential, version: String) {
    // It says so itself, and only keys are documented to be answered (contract 3.1).
    guard credential.kind == .key else {
      self.init { _ in .nothing }
      answer.found = .end(credential.expiresAt)
      return
    }
    let transfers = settings.transfers(credential, version: version)
    let request = settings.address.keyIdentity
    self.init { isUnwanted in
      guard let probe = try? PlatformProbe(transfers),
        let answer = try? probe.answer(to: request, within: .seconds(30), isUnwanted: isUnwanted)
      else { return .nothing }
      return Found(ProbedIdentity(answer))
    }
  }

  /// `ask` is called on a thread of its own.
  init(
    at start: Int64 = Clock.uptime,
    _ ask: @escaping @Sendable (_ isUnwanted: () -> Bool) -> Found
  ) {
    self.ask = ask
    askAt = start + Self.patience
  }

  /// Nobody is asked once it is an end.
  var found: Found { answer.found }

  /// Ends what is under way.
  package func stop() {
    answer.giveUp()
    wait()
  }

  /// Waits for what is under way.
  func wait() {
    thread?.join()
    thread = nil
  }

  /// Called once a second, with the platform's time and ``Clock/uptime``.
  ///
  /// - Returns: A sentence, while it is to be told.
  func tend(now: Timestamp, at uptime: Int64) -> String? {
    guard case .end(let end) = found else {
      if uptime >= askAt { begin(at: uptime) }
      return nil
    }
    guard let expiresAt = end else { return nil }
    let left = expiresAt.seconds - now.seconds
    guard left <= Self.notice else { return nil }
    if uptime >= tellAt {
      tellAt = uptime + Self.silence
      tellUntil = uptime + Self.telling
    }
    guard uptime < tellUntil else { return nil }
    return left <= 0
      ? "The token has expired; get a new one"
      : "The token expires in \(left.spanInWords); get a new one before then"
  }

  private func begin(at uptime: Int64) {
    askAt = uptime + Self.pause
    // The one before has ended long ago.
    wait()
    thread = try? SystemThread { [ask, answer] in
      answer.found = ask { answer.isUnwanted }
    }
  }
}

extension KeyExpiry.Found {
  init(_ identity: ProbedIdentity) {
    switch identity {
    case .known(let expiresAt, _): self = .end(expiresAt)
    // A refusal may pass, as the stream's may.
    case .refused, .unknown, .notAsked: self = .nothing
    }
  }
}
