import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// How far a panel's rows can be trusted to be what is.
  func freshness(of panel: Panel) -> Phrase {
    guard !isHeld else { return Phrase(" held ", .notice) }
    switch freshness {
    case .live: return freshness(of: panel.sources)
    case .silent(let seconds): return stale(for: seconds)
    case .disconnected:
      if live.connection.isReadAlone, !panel.sources.isEmpty { return age(of: panel.sources) }
      return live.age.map(stale) ?? Phrase(" not read ", .muted)
    }
  }

  private func stale(for seconds: Int64) -> Phrase {
    Phrase(" stale \(Durations.stopwatch(seconds)) ", .connectionStale)
  }

  /// How old the oldest of the reads is, while events tell nothing.
  private func age(of sources: [SnapshotSource]) -> Phrase {
    let times = sources.map { board.reads[$0]?.succeededAt }
    guard let oldest = times.compactMap(\.self).min(), !times.contains(nil) else {
      return Phrase(" not read ", .warning)
    }
    return Phrase(" \(readWords(now.seconds(since: oldest))) ", .connectionStale)
  }

  /// What events keep up to date is live once it was read; the worst of the reads speaks for all.
  private func freshness(of sources: [SnapshotSource]) -> Phrase {
    let reads = sources.compactMap { board.reads[$0] }
    let failed = reads.filter(\.hasFailed)
    if failed.contains(where: { $0.succeededAt == nil }) { return Phrase(" not read ", .warning) }
    if let oldest = failed.compactMap(\.succeededAt).min() {
      return Phrase(" read \(Durations.coarse(now.seconds(since: oldest))) ago ", .warning)
    }
    if reads.contains(where: \.isFirstRead) { return Phrase(" reading… ", .muted) }
    let succeeded = reads.filter { $0.succeededAt != nil }
    let fresh = isReplay ? " recorded " : " live "
    return Phrase(succeeded.count == sources.count ? fresh : " not read ", .muted)
  }
}

extension ReadStatus {
  fileprivate var hasFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}
