package import WallboardBoard
package import WallboardEvents
package import WallboardSystem

/// Where actions come from: the network thread, a recording, or a script in a test.
package protocol Feed {
  /// Hands over what happened since the last call, in order.
  func drain<Failure: Error>(_ take: (Action) throws(Failure) -> Void) throws(Failure)
  /// Asks the network for something.
  func send(_ command: NetworkCommand)
  /// The moment that the board shows: the platform's time, as far as it is known, or a recording's.
  var now: Timestamp { get }
  /// The time of the person who looks.
  var personNow: Timestamp { get }
  /// By how many seconds local time is ahead of UTC then.
  func utcOffset(at time: Timestamp) -> Int
  /// Milliseconds after which there is something to drain though nobody wakes the loop up; `nil`
  /// where somebody does.
  var millisecondsToNext: Int? { get }
  /// Does that with the recording that is played.
  func play(_ command: PlaybackCommand)
  /// Marks the moment that is played; whether there is one.
  func bookmark() -> Bool
}

extension Feed {
  /// What is shown is what is.
  package var personNow: Timestamp { now }
  /// Local time is this machine's.
  package func utcOffset(at time: Timestamp) -> Int { Clock.utcOffset(at: time) }
  /// Somebody wakes the loop up.
  package var millisecondsToNext: Int? { nil }
  /// Nothing is played.
  package func play(_ command: PlaybackCommand) {}
  /// No moment is played.
  package func bookmark() -> Bool { false }
}

/// Sees what a ``FeedReader`` folds. It is told in the middle of a fold, and must not ask the reader.
package protocol FeedWitness: AnyObject {
  /// An action is about to be folded into the state.
  func willFold(_ action: Action, into state: WallboardState)
  /// An action was folded; one that had come before is no news, and changed nothing.
  func didFold(_ action: Action, into state: WallboardState, isNews: Bool)
}

/// Folds a feed without a screen, and hands every action on.
package final class FeedReader {
  /// What is reached for together: a class checks each access to what it holds.
  private var folding: Folding
  private let feed: any Feed
  private let wakeup: Wakeup
  private let log: ActionLog?

  /// Reads the feed; `wakeup` is signalled when it has something.
  package init(
    feed: any Feed, wakeup: Wakeup, settings: BoardSettings, log: ActionLog? = nil
  ) {
    folding = Folding(state: WallboardState(settings))
    self.log = log
    self.feed = feed
    self.wakeup = wakeup
  }

  /// Waits for at most so many milliseconds, folds what came, and looks at each action once it is
  /// folded, but for the events that had come before. What comes behind an end is not folded.
  ///
  /// - Returns: The end, where a look has found one.
  @discardableResult
  package func next<Failure: Error>(
    within milliseconds: Int, _ look: (Action) throws(Failure) -> HeadlessEnd?
  ) throws(Failure) -> HeadlessEnd? {
    var end: HeadlessEnd?
    defer { _ = fold(.frame(Frame(now: feed.now, visibleRows: nil))) }
    if try drain(look, &end) { return end }
    wakeup.wait(milliseconds: milliseconds)
    wakeup.clear()
    _ = try drain(look, &end)
    return end
  }

  /// Folds what has come.
  ///
  /// - Returns: Whether anything has.
  private func drain<Failure: Error>(
    _ look: (Action) throws(Failure) -> HeadlessEnd?, _ end: inout HeadlessEnd?
  ) throws(Failure) -> Bool {
    var hasCome = false
    try feed.drain { action throws(Failure) in
      hasCome = true
      guard end == nil else { return }
      log?.observe(action)
      if fold(action) { end = try look(action) }
    }
    return hasCome
  }

  /// Waits for at most so many milliseconds and folds what came.
  package func next(within milliseconds: Int) {
    next(within: milliseconds) { _ in nil }
  }

  /// Does what a key would ask for.
  func obey(_ intent: Intent) {
    perform(reduce(into: &folding.state, .intent(intent)))
  }

  /// - Returns: Whether it is news.
  private func fold(_ action: Action) -> Bool {
    let (effects, isNews) = folding.fold(action)
    perform(effects)
    return isNews
  }

  private func perform(_ effects: [Effect]) {
    for case .network(let command) in effects { feed.send(command) }
  }
}

extension FeedReader {
  /// The state so far; lent, for a getter would copy it.
  package var state: WallboardState { _read { yield folding.state } }

  /// Sees every action, frames too.
  package var witness: (any FeedWitness)? {
    get { folding.witness }
    set { folding.witness = newValue }
  }

  /// Writes down every action.
  package var recorder: Recorder? {
    get { folding.recorder }
    set { folding.recorder = newValue }
  }

  private struct Folding {
    var state: WallboardState
    var witness: (any FeedWitness)?
    var recorder: Recorder?

    mutating func fold(_ action: Action) -> (effects: [Effect], isNews: Bool) {
      witness?.willFold(action, into: state)
      let duplicates = state.board.counts.duplicates
      let effects = reduce(into: &state, action)
      let isNews = state.board.counts.duplicates == duplicates
      recorder?.observe(action, isDuplicate: !isNews, state: state)
      witness?.didFold(action, into: state, isNews: isNews)
      return (effects, isNews)
    }
  }
}
