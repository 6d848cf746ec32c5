import WallboardEvents

extension Board {
  /// Seconds since anything was heard; `nil` when nothing ever was.
  package var age: Int64? { connection.lastHeardAt.map { now.seconds(since: $0) } }

  /// Seconds since the calls were read, where reads alone tell of them; `nil` elsewhere.
  package var readAge: Int64? {
    guard connection.isReadAlone else { return nil }
    return reads[.calls]?.succeededAt.map { now.seconds(since: $0) }
  }

  /// Whether events flow, and what is known can be trusted to be what is.
  package func isLive(staleAfter: Int64) -> Bool {
    connection.isOpen && (age ?? 0) <= staleAfter
  }

  /// Whether what is on the board is how things stand: it is live, and the reads of the stream's
  /// opening have come back.
  package func isCurrent(staleAfter: Int64) -> Bool {
    let isComplete = alerts.awaitedReads.isEmpty || alerts.patience == 0
    return isLive(staleAfter: staleAfter) && isComplete
  }
}
