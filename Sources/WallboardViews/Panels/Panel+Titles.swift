import WallboardBoard
import WallboardEvents

extension Panel {
  /// The key that goes there, as the title shows it.
  var number: Int {
    switch self {
    case .calls: 1
    case .operators: 2
    case .surfaces: 3
    case .activity: 4
    case .alerts: 5
    case .numbers: 6
    }
  }

  var title: String {
    switch self {
    case .calls: "Calls"
    case .operators: "Operators"
    case .surfaces: "Surfaces"
    case .activity: "Activity"
    case .alerts: "Alerts"
    case .numbers: "Numbers"
    }
  }

  /// The title where there is room for little.
  var shortTitle: String {
    switch self {
    case .calls, .alerts: title
    case .operators: "Ops"
    case .surfaces: "Surf"
    case .activity: "Act"
    case .numbers: "Num"
    }
  }

  /// The reads without which the panel is incomplete.
  var sources: [SnapshotSource] {
    switch self {
    case .calls: [.calls, .escalations, .services]
    case .operators: [.operators]
    case .surfaces: [.surfaces]
    case .activity, .alerts, .numbers: []
    }
  }
}

extension SnapshotSource {
  /// What a read finds, in a sentence.
  var title: String {
    switch self {
    case .services: "Service names"
    case .calls: "Calls"
    case .operators: "Operators"
    case .escalations: "Escalations"
    case .surfaces: "Surfaces"
    }
  }
}
