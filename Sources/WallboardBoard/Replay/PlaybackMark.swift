package import WallboardEvents

/// A moment of a recording that is worth going to.
package struct PlaybackMark: Equatable, Sendable {
  /// What lies there.
  package enum Kind: String, CaseIterable, Sendable {
    /// A call asked for a human.
    case escalation
    /// An alert was raised.
    case alert
    /// Something failed that somebody should look into.
    case problem
    /// The connection was lost for longer than the platform replays.
    case gap
    /// A person set a mark.
    case bookmark
  }

  /// What is known of it. Where one lies far from another there are many marks, and most have none.
  package indirect enum Content: Equatable, Sendable {
    case wait(CallerWait)
    case alert(Alert)
    /// Nothing was heard for so many seconds.
    case gap(seconds: Int64)
    /// How many callers waited then, and the longest of them for so many seconds.
    case bookmark(waiting: Int, longest: Int64?)
    /// A person wrote that.
    case note(Note)
  }

  package var kind: Kind
  package var at: Timestamp
  /// How bad it was at its worst; `nil` for what is not judged, or went past no threshold.
  package var severity: Severity?
  /// Whether it stands on the bar and in the list. Single failures do not, for those that matter raise an
  /// alert; nor does the alert of a caller whose wait is there.
  package var isListed: Bool
  package var content: Content?

  /// Something of that kind at that moment.
  package init(_ kind: Kind, at time: Timestamp, _ content: Content? = nil) {
    self.kind = kind
    at = time
    isListed = kind != .problem
    self.content = content
  }

  /// An alert, as it stands.
  package init(_ alert: Alert) {
    self.init(.alert, at: alert.raisedAt, .alert(alert))
    severity = alert.worstSeverity
  }

  /// A note, which is a bookmark with words.
  package init(_ note: Note) {
    self.init(.bookmark, at: note.at, .note(note))
  }

  /// A bookmark, and who waited when it was set.
  package init(bookmarkAt time: Timestamp, on board: Board) {
    var (count, longest) = (0, Int64?.none)
    board.calls.forEachRow { call in
      guard let escalation = call.escalation, escalation.isWaiting else { return }
      count += 1
      longest = [longest, escalation.waited(at: board.now)].compactMap(\.self).max()
    }
    self.init(.bookmark, at: time, .bookmark(waiting: count, longest: longest))
  }
}

/// A caller's wait for an operator.
package struct CallerWait: Equatable, Sendable {
  package enum End: Equatable, Sendable {
    case answered
    /// The caller hung up.
    case gaveUp
    /// The request was withdrawn, or the call ended otherwise.
    case unanswered
    /// The recording ends before it does.
    case open
  }

  package let callSID: CallSID
  /// When the caller asked.
  package internal(set) var requestedAt: Timestamp?
  package var caller: Protected<PersonalIdentifier>?
  package var service: BoundedString?
  /// Seconds, as far as they are known.
  package var waited: Int64?
  /// `nil` while the recording was not looked through so far.
  package var end: End?

  /// A wait that has just begun.
  package init(_ callSID: CallSID, requestedAt: Timestamp?) {
    self.callSID = callSID
    self.requestedAt = requestedAt
  }

  /// Who waits: the caller and the service, or the call.
  package func names(_ disclosure: Disclosure) -> [String] {
    [caller.map { $0.label("caller", disclosure) } ?? "call \(callSID.short)", service?.string]
      .compactMap(\.self)
  }
}

extension PlaybackMark.Kind {
  /// What people call it.
  package var spoken: String {
    switch self {
    case .escalation: "caller waiting"
    case .alert, .problem, .gap, .bookmark: rawValue
    }
  }

  /// What filters find it by.
  var sought: String { self == .escalation ? spoken + "\n" + rawValue : spoken }
}

extension CallerWait.End {
  /// What to add to how long it was.
  package var word: String? {
    switch self {
    case .answered: nil
    case .gaveUp: "hung up"
    case .unanswered: "not answered"
    case .open: "to the end"
    }
  }

  /// What the word was before, which filters of people still have.
  var oldWord: String? {
    switch self {
    case .gaveUp: "gave up"
    case .unanswered: "no operator"
    case .answered, .open: nil
    }
  }
}

/// The marks of a recording that were found so far.
package struct PlaybackMarks: Sendable {
  /// In the order in which they were found, at most ``Limits/marks``.
  package private(set) var all: [PlaybackMark] = []
  /// Counts the changes.
  package private(set) var revision = 0
  /// Where those are that may change: waits and alerts go on.
  private var places: [Key: Int] = [:]
  private var problems = 0

  private enum Key: Hashable {
    case alert(UInt64)
    case wait(CallSID, Timestamp)
  }

  /// No marks.
  package init() {}

  /// Takes those that were found: new ones, and what became of others.
  package mutating func take(_ found: [PlaybackMark]) {
    if !found.isEmpty { revision += 1 }
    for mark in found { take(mark) }
  }

  private mutating func take(_ mark: PlaybackMark) {
    let key = Self.key(of: mark)
    if let place = key.flatMap({ places[$0] }) {
      let isListed = all[place].isListed
      all[place] = mark
      all[place].isListed = isListed
      return
    }
    guard all.count < Limits.marks else { return }
    if mark.kind == .problem {
      guard problems < Limits.problemMarks else { return }
      problems += 1
    }
    if let key { places[key] = all.count }
    all.append(mark)
  }

  private static func key(of mark: PlaybackMark) -> Key? {
    switch mark.content {
    case .alert(let alert): .alert(alert.number)
    case .wait(let wait): .wait(wait.callSID, mark.at)
    case .gap, .bookmark, .note, nil: nil
    }
  }
}
