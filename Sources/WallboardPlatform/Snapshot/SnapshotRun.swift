/// The requests of one source, in order.
protocol SnapshotRun: Sendable {
  var request: PlatformRequest { get }
  mutating func receive(_ response: PlatformResponse) -> SnapshotStep
}
