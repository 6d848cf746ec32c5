import Synchronization
import WallboardEvents
import WallboardNetwork
package import WallboardPlatform
import WallboardSystem

/// Finds out when the token ends, and tells a day before: without it a board shows nothing any more.
///
/// The platform is asked once, on a thread of its own: what `auth/me` says of a key does not change.
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

  private let ask: @Sendable (_ isUnwanted: () -> Bool) -> Timestamp?
  private let answer = Answer()
  private var thread: SystemThread?
  private var askAt: Int64
  private var tellAt: Int64 = .min
  private var tellUntil: Int64 = .min

  /// What the two threads share.
  private final class Answer: Sendable {
    private let state = Mutex<(expiresAt: Timestamp?, isUnwanted: Bool)>((nil, false))

    var expiresAt: Timestamp? {
      get { state.withLock { $0.expiresAt } }
      set { state.withLock { $0.expiresAt = newValue } }
    }

    var isUnwanted: Bool { state.withLock { $0.isUnwanted } }

    func giveUp() { state.withLock { $0.isUnwanted = true } }
  }

  /// `version` is the program's.
  package convenience init(_ settings: Settings, _ credential: Credential, version: String) {
    let transfers = settings.transfers(credential, version: version)
    let request = settings.address.keyIdentity
    self.init { isUnwanted in
      guard let probe = try? PlatformProbe(transfers),
        let answer = try? probe.answer(to: request, within: .seconds(30), isUnwanted: isUnwanted),
        case .success(let response) = answer.result
      else { return nil }
      return try? KeyIdentity(response).expiresAt
    }
  }

  /// `ask` is called on a thread of its own.
  init(
    at start: Int64 = Clock.uptime,
    _ ask: @escaping @Sendable (_ isUnwanted: () -> Bool) -> Timestamp?
  ) {
    self.ask = ask
    askAt = start + Self.patience
  }

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
    guard let expiresAt = answer.expiresAt else {
      if uptime >= askAt { begin(at: uptime) }
      return nil
    }
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
      answer.expiresAt = ask { answer.isUnwanted }
    }
  }
}
