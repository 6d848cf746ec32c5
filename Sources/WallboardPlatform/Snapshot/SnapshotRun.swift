import WallboardEvents

/// The requests of one source, in order.
protocol SnapshotRun: Sendable {
  var request: PlatformRequest { get }
  /// What is to be said of the answers until now.
  var notes: ReadNotes { get }
  mutating func receive(_ response: PlatformResponse) -> SnapshotStep
}
