import WallboardBoard
import WallboardScreen

extension PlaybackMark.Kind {
  /// What stands for it on the bar.
  var letter: Character {
    switch self {
    case .escalation: "E"
    case .alert: "A"
    case .problem: "P"
    case .gap: "G"
    case .bookmark: "B"
    }
  }

  var role: StyleRole {
    switch self {
    case .escalation: .escalated
    case .alert: .alert
    case .problem: .warning
    case .gap: .gap
    case .bookmark: .notice
    }
  }

  var word: String {
    switch self {
    case .escalation: "escalation"
    case .alert: "alert"
    case .problem: "problem"
    case .gap: "gap"
    case .bookmark: "bookmark"
    }
  }

  /// What it means, for the help.
  var meaning: String {
    switch self {
    case .escalation: "A call asked for a human"
    case .alert: "An alert was raised"
    case .problem: "Something failed that somebody should look into"
    case .gap: "The connection was lost for longer than can be made up for"
    case .bookmark: "A bookmark that a person set"
    }
  }

  /// Of several in one column the lowest is seen.
  var rank: Int {
    switch self {
    case .escalation: 0
    case .alert: 1
    case .gap: 2
    case .problem: 3
    case .bookmark: 4
    }
  }
}
