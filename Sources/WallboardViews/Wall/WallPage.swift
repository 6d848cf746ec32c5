import WallboardBoard

/// What a page of the wall tells.
enum WallPage: Equatable {
  /// How things stand at this moment.
  case now
  /// How the last hour went.
  case hour
  /// Forms and alerts.
  case work
  /// The followed call, where it has no room beside the rest.
  case call

  var title: String {
    switch self {
    case .now: "Now"
    case .hour: "The last hour"
    case .work: "Forms and alerts"
    case .call: "Followed call"
    }
  }

  /// Its numbers, those that matter most first: on every page how many wait.
  var metrics: [Metric] {
    switch self {
    case .now: [.waiting, .longestWait, .live, .withOperator, .online, .problems]
    case .hour:
      [
        .waiting, .answerSpeed, .escalationRate, .abandonmentRate, .handleTime, .occupancy,
      ]
    case .work: [.waiting, .toReview, .alerts, .openSurfaces, .surfaceCompletion, .problems]
    case .call: []
    }
  }
}
