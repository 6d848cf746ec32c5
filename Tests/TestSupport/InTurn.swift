package import Testing

extension Trait where Self == InTurn {
  /// One at a time among all tests that compute, or block their thread, for long. A test that waits
  /// for a program or a socket then finds a thread when its time comes, and memory that two threads
  /// write by turns is written by one.
  package static var inTurn: Self { InTurn(.computing) }

  /// A few at a time among all tests that start programs or servers. Their descriptors stay below
  /// the 1,024 that Foundation can wait for, and their deadlines begin when there is room for them.
  package static var fewAtATime: Self { InTurn(.launching) }
}

/// See `inTurn` and `fewAtATime`.
package struct InTurn: SuiteTrait, TestTrait, TestScoping {
  @TaskLocal private static var held: TurnQueue?

  fileprivate let queue: TurnQueue

  fileprivate init(_ queue: TurnQueue) {
    self.queue = queue
  }

  /// Each test of a suite takes its own turn.
  package var isRecursive: Bool { true }

  /// Each case of a test takes its own turn too.
  package func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    testCase == nil ? nil : self
  }

  /// Waits for its turn, unless a suite around the test's has taken it, and gives it back at the end.
  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    guard Self.held !== queue else { return try await function() }
    await queue.take()
    do {
      try await Self.$held.withValue(queue) { try await function() }
    } catch {
      await queue.giveBack()
      throw error
    }
    await queue.giveBack()
  }
}

private actor TurnQueue {
  static let computing = TurnQueue(atOnce: 1)
  static let launching = TurnQueue(atOnce: 8)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atOnce: Int) {
    free = atOnce
  }

  func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
