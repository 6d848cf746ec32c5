package import WallboardEvents

/// One REST read of a source, page after page, without the network: send ``request``, hand the
/// answer to ``receive(_:)``, and do as it says (contract 3).
package struct SnapshotReader: Sendable {
  /// Pages of one list that are read; a longer list is incomplete.
  package static let mostPages = 200
  /// Items of one read that are kept before no further page is asked for: pages may be larger than
  /// was asked for, and the board has room for no more.
  package static let mostItems = 20_000
  /// Items that are asked for at a time (contract 3.6).
  package static let pageSize = 100

  /// What is read.
  package let source: SnapshotSource
  private var run: any SnapshotRun

  /// A read of that source, at its beginning.
  package init(_ source: SnapshotSource, from endpoints: PlatformEndpoints) {
    self.source = source
    run =
      switch source {
      case .services: PagedRun<ServiceItem>(endpoints)
      case .calls: CallsRun(endpoints)
      case .operators: PagedRun<OperatorItem>(endpoints)
      case .escalations: PagedRun<EscalationItem>(endpoints)
      case .surfaces: PagedRun<SurfaceItem>(endpoints)
      }
  }

  /// What is to be sent now.
  package var request: PlatformRequest { run.request }

  /// What is to be said of what was found, once it is.
  package var notes: ReadNotes { run.notes }

  /// Takes the answer to ``request`` and says how the read goes on.
  package mutating func receive(_ response: PlatformResponse) -> SnapshotStep {
    run.receive(response)
  }
}
