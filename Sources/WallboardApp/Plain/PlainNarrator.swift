import WallboardBoard
import WallboardEvents
import WallboardViews

/// Makes sentences of what is folded.
final class PlainNarrator: FeedWitness {
  private let disclosure: Disclosure
  private let filter: PlainFilter
  private var sentences: [PlainSentence] = []
  /// What to say of the event that is being folded, unless it is a duplicate.
  private var pending: PlainSentence?
  private var standing: PlainStanding?
  private var connection: PlainConnection
  private var alerts = PlainAlerts()
  private var summary: PlainSummary

  init(filter: PlainFilter, disclosure: Disclosure, staleAfter: Int64) {
    self.filter = filter
    self.disclosure = disclosure
    connection = PlainConnection(staleAfter: staleAfter)
    summary = PlainSummary(staleAfter: staleAfter)
  }

  /// The sentences since the last call, in order.
  func take() -> [PlainSentence] {
    defer { sentences = [] }
    return sentences
  }

  func willFold(_ input: Input, into state: WallboardState) {
    switch input {
    case .received(let event):
      let told = PlainEvents(state.board, disclosure).sentence(before: event.event)
      pending = told.flatMap { sentence($0, at: event.receivedAt, state.board) }
    case .read: standing = PlainStanding(state.board)
    case .malformed, .heard, .connection, .clock, .readStarted, .readFailed, .past, .observed,
      .observedMalformed, .observer, .intent, .notice, .note, .noteFailed, .notes, .following,
      .restored, .playback, .recording,
      .passed, .frame:
      break
    }
  }

  func didFold(_ input: Input, into state: WallboardState, isNews: Bool) {
    switch input {
    case .received(let event):
      if isNews { announce(event, state.board) }
      pending = nil
    case .read(_, _, let time): announceRead(state.board, at: time)
    case .connection(let change):
      say(connection.sentence(change, state.board), .connection, at: change.at)
    case .clock(let change):
      say(connection.sentence(change), .connection, at: change.at)
    case .frame(let frame): announceMoment(state, at: frame.now)
    case .malformed, .heard, .readStarted, .readFailed, .past, .observed, .observedMalformed,
      .observer, .intent, .notice, .note, .noteFailed, .notes, .following, .restored, .playback,
      .recording, .passed:
      break
    }
  }

  private func announce(_ event: ReceivedEvent, _ board: Board) {
    if let pending { sentences.append(pending) }
    let told = PlainEvents(board, disclosure).sentence(after: event.event)
    if let told { announce(told, at: event.receivedAt, board) }
  }

  /// A read tells what no event did, such as callers who waited before the board connected.
  private func announceRead(_ board: Board, at time: Timestamp) {
    defer { standing = nil }
    guard let changes = standing?.changes(to: board) else { return }
    let events = PlainEvents(board, disclosure)
    for call in changes.waiting { announce(events.waiting(call), at: time, board) }
    for call in changes.found { announce(events.found(call), at: time, board) }
    for call in changes.gone {
      let name = PlainWords(board: board, disclosure: disclosure).name(of: call)
      let text = "\(name.capitalizedFirst): the call has ended."
      announce(.init(.callEnded, .call(call.callSID), text), at: time, board)
    }
  }

  /// What time alone changes.
  private func announceMoment(_ state: WallboardState, at now: Timestamp) {
    say(connection.silence(state.board), .connection, at: now)
    let words = AlertWords(state.board, state.settings.alerts, disclosure)
    for told in alerts.sentences(state.board, words) where admits(told, state.board) {
      sentences.append(PlainSentence(at: now, topic: told.topic, text: told.text))
    }
    let filter = filter
    say(
      summary.sentence(state.board) { filter.admits($0, in: state.board) }, .summary, at: now)
  }

  private func announce(_ told: PlainEvents.Told, at time: Timestamp, _ board: Board) {
    if let sentence = sentence(told, at: time, board) { sentences.append(sentence) }
  }

  private func sentence(
    _ told: PlainEvents.Told, at time: Timestamp, _ board: Board
  ) -> PlainSentence? {
    guard admits(told, board) else { return nil }
    return PlainSentence(at: time, topic: told.topic, text: told.text)
  }

  private func admits(_ told: PlainEvents.Told, _ board: Board) -> Bool {
    filter.admits(told.row, in: board)
  }

  private func say(_ text: String?, _ topic: PlainTopic, at time: Timestamp) {
    if let text { sentences.append(PlainSentence(at: time, topic: topic, text: text)) }
  }
}

/// Lets through sentences about what a panel would show with its filter.
struct PlainFilter {
  let filters: [Panel: Filter]
  let disclosure: Disclosure

  /// A row that the board no longer has does not pass a filter.
  func admits(_ row: RowID, in board: Board) -> Bool {
    guard let filter = filters[row.homePanel] else { return true }
    return board.passes(row, filter, of: row.homePanel, disclosure)
  }
}
