import WallboardEvents

/// The REST reads that complete the board, one of each source at a time.
final class SnapshotReads {
  private let reads: [SnapshotSource: SnapshotRead]

  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    let pairs = SnapshotSource.allCases.map {
      ($0, SnapshotRead($0, configuration, client: client, output: output))
    }
    reads = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    reads.values.compactMap(\.deadline).min()
  }

  /// Makes a read.
  func start(_ source: SnapshotSource) {
    reads[source]?.start()
  }

  /// Makes the failed reads again whose time has come.
  func tick(_ now: ContinuousClock.Instant) {
    for source in SnapshotSource.allCases { reads[source]?.tick(now) }
  }

  /// Makes all failed reads again.
  func retryNow() {
    for source in SnapshotSource.allCases { reads[source]?.retryNow() }
  }
}
