/// That something did not come although it was waited for.
package struct DidNotCome: Error, CustomStringConvertible {
  package let description: String
}

/// Waits until it is so. The deadline is for a test that would hang otherwise, and far beyond what
/// a busy machine takes: nothing is measured by it. `seen` tells what was there instead.
package func waitUntil(
  _ awaited: String, deadline: Duration = .seconds(90),
  lookingEvery pause: Duration = .milliseconds(30),
  seen: () -> String = { "" }, until holds: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + deadline
  while try await !holds() {
    guard ContinuousClock.now < end else {
      let seen = seen()
      throw DidNotCome(
        description: "“\(awaited)” did not come" + (seen.isEmpty ? "" : "; there was \(seen)"))
    }
    try await Task.sleep(for: pause)
  }
}
