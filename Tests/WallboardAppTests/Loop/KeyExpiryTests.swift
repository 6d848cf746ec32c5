import Synchronization
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardEvents

@Suite("The end of the token")
struct KeyExpiryTests {
  private static let second: Int64 = 1_000_000_000
  private let end = Timestamp(milliseconds: 1_000_000_000)

  private func before(_ seconds: Int64) -> Timestamp {
    end.advanced(milliseconds: -seconds * 1_000)
  }

  /// One that was asked for and has come.
  private func expiry(_ end: Timestamp?) async throws -> KeyExpiry {
    let expiry = KeyExpiry(at: 0) { _ in end }
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

  @Test("is asked for again after an hour where nothing was said")
  func unknown() async throws {
    let asked = Counter()
    let expiry = KeyExpiry(at: 0) { _ in
      asked.add()
      return nil
    }
    for second in [15, 16, 3_000, 3_615, 3_616] as [Int64] {
      #expect(expiry.tend(now: before(10), at: second * Self.second) == nil)
      expiry.wait()
    }
    #expect(asked.count == 2)
  }

  @Test("Whoever asks is told that nobody wants to know any more")
  func stop() {
    let expiry = KeyExpiry(at: 0) { isUnwanted in
      while !isUnwanted() {}
      return nil
    }
    _ = expiry.tend(now: end, at: 15 * Self.second)
    expiry.stop()
  }

  private final class Counter: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
  }
}
