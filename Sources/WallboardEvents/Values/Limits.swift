/// The bounds of everything that is kept. The oldest finished thing goes first, a live call never.
package enum Limits {
  /// Bytes of an identifier; a longer one is malformed.
  package static let identifierLength = 256
  /// Characters (Unicode scalars) of one free string; a longer one is cut with a mark.
  package static let textLength = 2_000
  /// Characters (Unicode scalars) of one long string, such as what a tool answered.
  package static let longTextLength = 16_000
  /// Ended calls that are remembered one by one; the totals count them all.
  package static let endedCalls = 500
  /// Keys of ended calls that are remembered, so that a late event of one, such as the wrap-up
  /// minutes later, does not bring it back.
  package static let endedCallKeys = 20_000
  /// Ended calls that `snapshot` lists as recent.
  package static let recentCalls = 50
  /// Lines of the activity feed.
  package static let activity = 1_000
  /// Bytes of the feed's events in fields that may hold any JSON.
  package static let activityBytes = 8 << 20
  /// Problems that are remembered one by one.
  package static let problems = 200
  /// Alerts that are over and remembered.
  package static let alertHistory = 500
  /// Notes that are remembered.
  package static let notes = 500
  /// Characters of a note.
  package static let noteLength = 500
  /// Notes that are listed after somebody was away.
  package static let digestNotes = 8
  /// Alerts that are listed after somebody was away.
  package static let digestAlerts = 8
  /// Alerts that last; past it no new one is raised.
  package static let activeAlerts = 2_000
  /// Rules of numbers and of calls that a person may set up.
  package static let numberRules = 50
  /// Characters of such a rule's name.
  package static let ruleName = 80
  /// Numbers that an alert of such a rule tells.
  package static let alertReasons = 8
  /// Triggers and sources of which it is counted how often they fail.
  package static let failingThings = 500
  /// Starts of calls from which the usual pause between two is estimated.
  package static let rhythm = 60
  /// Surfaces that went through all their stages (rejected, archived).
  package static let finishedSurfaces = 500
  /// Keys of finished surfaces that were forgotten, so that a late event of one does not bring back
  /// a row of which nothing is known.
  package static let forgottenSurfaceKeys = 5_000
  /// Open surfaces that a read no longer listed, kept for events that may still come.
  package static let unlistedSurfaces = 500
  /// Surfaces altogether; past it the oldest finished one goes, else the one longest without an
  /// event.
  package static let surfaces = 20_000
  /// Field keys remembered of one surface.
  package static let surfaceFields = 500
  /// Operators; past it new ones are counted but not listed.
  package static let operators = 10_000
  /// Live text sessions; past it the oldest goes.
  package static let textSessions = 10_000
  /// Names of services.
  package static let services = 5_000
  /// Different event names and families that are counted one by one.
  package static let countedNames = 200
  /// Fingerprints by which a replayed event is known: five minutes at 200 events a second.
  package static let fingerprints = 65_536
  /// Calls that are followed at once.
  package static let followedCalls = 4
  /// Live calls that a wall remembers as impossible to follow.
  package static let unfollowableCalls = 100
  /// Entries of a followed call's time line. While a person reads further up, what is on the screen
  /// and after it stays until there are twice as many.
  package static let timelineEntries = 2_000
  /// Bytes of the messages that a followed call's time line was made from; twice as many in the
  /// same case.
  package static let timelineBytes = 2 << 20
  /// Entries that are searched for a finished tool call, to nest others below it.
  package static let recentEntries = 200
  /// Participants of a followed call that are remembered.
  package static let participants = 50
  /// Readings of one kind, such as turn latencies, that are remembered of a followed call.
  package static let readings = 60
  /// Replies of the last hour whose latency is remembered, and as many tool runs: as many as four calls'
  /// readings.
  package static let measures = 240
  /// Tool calls of a followed call whose end is awaited; past it the oldest is given up.
  package static let runningTools = 200
  /// How deep nested tool calls are told apart.
  package static let toolDepth = 8
  /// Texts that a barge-in left unspoken.
  package static let unspokenTexts = 20
  /// Turns of a call's story.
  package static let storyTurns = 10_000
  /// Lines of a story on a time line, after which no further turn is shown.
  package static let storyLines = 50_000
  /// Tool calls, and as many steps, of one turn of a story.
  package static let turnParts = 200
  /// Bytes of what a tool of a story was called with; more is kept as a text, and cut.
  package static let storyInput = 4_096
  /// What operators said in a story, piece by piece.
  package static let storySegments = 2_000
  /// Steps that a story lists as visited.
  package static let storySteps = 500
  /// Safety concerns that a story lists.
  package static let storyConcerns = 50
  /// Characters of what a person types into a prompt.
  package static let promptLength = 200
  /// Characters (Unicode scalars) of a filter.
  package static let filterLength = 1_000
  /// Tokens of a filter.
  package static let filterTerms = 200
  /// Nesting of brackets and inversions in a filter.
  package static let filterDepth = 32
  /// Used filters that can be recalled.
  package static let filterHistory = 20
  /// Calls that ended a moment ago and are still listed; past it the oldest goes.
  package static let departedCalls = 200
  /// Moments of a recording that are marked.
  package static let marks = 20_000
  /// Those of them that are single failures: a fault of a whole day leaves room for the rest.
  package static let problemMarks = 10_000
  /// Gaps, waits and alerts of a report that are listed one by one, the largest first; all are counted.
  package static let reportGaps = 100
  package static let reportWaits = 100
  package static let reportAlerts = 500
  /// Bookmarks of a person in a recording.
  package static let bookmarks = 500
  /// Key strokes in a followed call's pane between two frames.
  package static let paneMoves = 64
}
