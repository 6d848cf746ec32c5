/// What a piece of the screen means. Views know roles, only themes know colours.
///
/// The raw value is the role's name in a theme file: this is the one list of them.
package enum StyleRole: String, CaseIterable, Sendable {
  // Text and furniture.
  case text
  case muted
  case label
  case value
  case bigNumber = "number-big"
  case identifier
  case masked
  case time
  case placeholder
  case title
  case titleFocused = "title-focused"
  case border
  case borderFocused = "border-focused"
  case columnHeader = "column"
  case columnSorted = "column-sorted"
  case selection
  case scrollbar
  case header
  case headerAlert = "header-alert"
  case hintKey = "hint-key"
  case hintText = "hint-text"
  case input
  case match
  case gaugeFull = "gauge-full"
  case gaugeEmpty = "gauge-empty"

  // Judgement.
  case good
  case info
  case notice
  case warning
  case critical
  case error
  case alert
  case alertAcknowledged = "alert-acknowledged"

  // The connection and the age of what is shown.
  case connectionLive = "connection-live"
  case connectionConnecting = "connection-connecting"
  case connectionRetrying = "connection-retrying"
  case connectionStale = "connection-stale"
  case connectionRefused = "connection-refused"
  case stale
  case gap

  // Calls and text sessions.
  case new
  case live
  case ended
  case waiting
  case escalated
  case withOperator = "with-operator"
  case inbound
  case outbound

  // Operators.
  case operatorOnline = "operator-online"
  case operatorBusy = "operator-busy"
  case operatorOffline = "operator-offline"

  // Surfaces, from created to decided.
  case surfacePending = "surface-pending"
  case surfaceActive = "surface-active"
  case surfaceReview = "surface-review"
  case surfaceDone = "surface-done"
  case surfaceRejected = "surface-rejected"
  case surfaceArchived = "surface-archived"

  // A call that is followed.
  case speakerCaller = "speaker-caller"
  case speakerAgent = "speaker-agent"
  case speakerOperator = "speaker-operator"
  case provisional
  case interrupted
  case toolRunning = "tool-running"
  case toolSucceeded = "tool-succeeded"
  case toolFailed = "tool-failed"
}
