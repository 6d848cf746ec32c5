import Synchronization
import TestSupport
import Testing
import WallboardNetwork

@testable import WallboardApp
@testable import WallboardEvents
@testable import WallboardPlatform

@Suite("The end of the token")
struct KeyExpiryTests {
  private static let second: Int64 = 1_000_000_000
  private let end = Timestamp(milliseconds: 1_000_000_000)

  private func before(_ seconds: Int64) -> Timestamp {
    end.advanced(milliseconds: -seconds * 1_000)
  }

  /// One that was asked for and has come.
  private func expiry(_ end: Timestamp) async throws -> KeyExpiry {
    let expiry = KeyExpiry(at: 0) { _ in .end(end) }
    #expect(expiry.tend(now: before(10), at: 14 * Self.second) == nil)
    _ = expiry.tend(now: before(10), at: 15 * Self.second)
    expiry.wait()
    return expiry
  }

  @Test("is told from a day before on, for a minute of each hour")
  func telling() async throws {
    let expiry = try await expiry(end)
    #expect(expiry.tend(now: before(86_401), at: 20 * Self.second) == nil)
    let words = expiry.tend(now: before(86_400), at: 21 * Self.second)
    #expect(words == "The token expires in 24h; get a new one before then")
    #expect(expiry.tend(now: before(86_341), at: 80 * Self.second) != nil)
    #expect(expiry.tend(now: before(86_340), at: 81 * Self.second) == nil)
    #expect(expiry.tend(now: before(3_700), at: 3_620 * Self.second) == nil)
    #expect(
      expiry.tend(now: before(0), at: 3_621 * Self.second) == "The token has expired; get a new one"
    )
  }

  @Test(
    "is asked for again after an hour where nobody has answered, and never where there is none",
    arguments: [(KeyExpiry.Found.nothing, 2), (.end(nil), 1)])
  func unknown(found: KeyExpiry.Found, questions: Int) async throws {
    let asked = Counter()
    let expiry = KeyExpiry(at: 0) { _ in
      asked.add()
      return found
    }
    for second in [15, 16, 3_000, 3_615, 3_616] as [Int64] {
      #expect(expiry.tend(now: before(10), at: second * Self.second) == nil)
      expiry.wait()
    }
    #expect(asked.count == questions)
  }

  @Test(
    "of a key is what the platform says of it, and nothing is what it does not say in time",
    arguments: [
      (
        200, #","expires_at":"1970-01-12T13:46:40Z""#,
        KeyExpiry.Found.end(Timestamp(milliseconds: 1_000_000_000))
      ),
      (200, "", .end(nil)), (401, "", .nothing), (403, "", .nothing), (500, "", .nothing),
    ])
  func answers(status: Int, member: String, found: KeyExpiry.Found) {
    let body = #"{"workspace_id":"00000000-0000-4000-8000-000000000001"\#(member)}"#
    let response = PlatformResponse(
      status: status, body: Array(body.utf8), arrival: Timestamp(milliseconds: 0))
    let answer = ProbedAnswer(result: .success(response), failurePlace: nil, duration: .zero)
    #expect(KeyExpiry.Found(ProbedIdentity(answer)) == found)
  }

  @Test("of an access token is what that says itself, and nobody is asked")
  func accessToken() throws {
    let settings = try Settings(
      flags: [.url: "http://127.0.0.1:1"], environment: [:], file: .empty)
    // {"exp":1000000} and {}
    for (claims, known) in [("eyJleHAiOjEwMDAwMDB9", end), ("e30", nil)] {
      let token = try Credential(token: "eyJhbGciOiJub25lIn0.\(claims).s")
      let expiry = KeyExpiry(settings, token, version: "test")
      #expect(expiry.found == .end(known))
      #expect((expiry.tend(now: before(10), at: 0) != nil) == (known != nil))
    }
  }

  @Test("Whoever asks is told that nobody wants to know any more, and is waited for")
  func stop() {
    let told = Counter()
    let expiry = KeyExpiry(at: 0) { isUnwanted in
      let deadline = ContinuousClock.now + .seconds(60)
      while !isUnwanted(), .now < deadline {}
      if isUnwanted() { told.add() }
      return .nothing
    }
    _ = expiry.tend(now: end, at: 15 * Self.second)
    expiry.stop()
    #expect(told.count == 1)
  }

  private final class Counter: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
  }
}
