package import WallboardBoard
package import WallboardEvents
package import WallboardSystem

/// Where inputs come from: the network, a recording, or a script in a test.
package protocol Feed {
  /// Hands over what happened since the last call, in order.
  func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure)
  func send(_ command: NetworkCommand)
  /// The moment that the board shows: the platform's time, as far as it is known, or a recording's.
  var now: Timestamp { get }
  /// The viewer's time: that of a recording is not.
  var personNow: Timestamp { get }
  /// Seconds by which local time is ahead of UTC.
  func utcOffset(at time: Timestamp) -> Int
  /// Milliseconds until there is something to drain; `nil` where the loop is woken up instead.
  var millisecondsToNext: Int? { get }
  /// Controls the playback of a recording.
  func play(_ command: PlaybackCommand)
  /// Bookmarks the moment that is played; `false` where nothing is.
  func bookmark() -> Bool
}

extension Feed {
  package var personNow: Timestamp { now }
  package func utcOffset(at time: Timestamp) -> Int { Clock.utcOffset(at: time) }
  package var millisecondsToNext: Int? { nil }
  package func play(_ command: PlaybackCommand) {}
  package func bookmark() -> Bool { false }
}

/// Observes what a ``FeedReader`` folds. It is called during a fold, and must not use the reader.
package protocol FeedWitness: AnyObject {
  func willFold(_ input: Input, into state: WallboardState)
  /// `isNews` is false for a duplicate, which changed nothing.
  func didFold(_ input: Input, into state: WallboardState, isNews: Bool)
}

/// Folds a feed without a screen, and hands every input on.
package final class FeedReader {
  /// One struct, so that exclusive access is checked once for each input, not for each property.
  private var folding: Folding
  private let feed: any Feed
  private let wakeup: Wakeup
  private let log: InputLog?

  /// `wakeup` is signalled when the feed has something.
  package init(
    feed: any Feed, wakeup: Wakeup, settings: BoardSettings, log: InputLog? = nil
  ) {
    folding = Folding(state: WallboardState(settings))
    self.log = log
    self.feed = feed
    self.wakeup = wakeup
  }

  /// Lent, since a getter would copy it.
  package var state: WallboardState { _read { yield folding.state } }

  /// Sees every input, including frames.
  package var witness: (any FeedWitness)? {
    get { folding.witness }
    set { folding.witness = newValue }
  }

  package var recorder: Recorder? {
    get { folding.recorder }
    set { folding.recorder = newValue }
  }

  /// Waits for at most so many milliseconds and folds what came. `look` is called after each input
  /// that was folded, except for duplicates; once it returns an end, nothing more is folded.
  ///
  /// - Returns: The end that `look` returned.
  @discardableResult
  package func next<Failure: Error>(
    within milliseconds: Int, _ look: (Input) throws(Failure) -> HeadlessEnd?
  ) throws(Failure) -> HeadlessEnd? {
    var end: HeadlessEnd?
    defer { _ = fold(.frame(Frame(now: feed.now, visibleRows: nil))) }
    if try drain(look, &end) { return end }
    wakeup.wait(milliseconds: milliseconds)
    wakeup.clear()
    _ = try drain(look, &end)
    return end
  }

  /// - Returns: Whether anything has come.
  private func drain<Failure: Error>(
    _ look: (Input) throws(Failure) -> HeadlessEnd?, _ end: inout HeadlessEnd?
  ) throws(Failure) -> Bool {
    var hasCome = false
    try feed.drain { input throws(Failure) in
      hasCome = true
      guard end == nil else { return }
      log?.observe(input)
      if fold(input) { end = try look(input) }
    }
    return hasCome
  }

  /// Waits for at most so many milliseconds and folds what came.
  package func next(within milliseconds: Int) {
    next(within: milliseconds) { _ in nil }
  }

  /// Performs what a key would ask for.
  func perform(_ intent: Intent) {
    perform(reduce(into: &folding.state, .intent(intent)))
  }

  /// - Returns: Whether it is news.
  private func fold(_ input: Input) -> Bool {
    let (effects, isNews) = folding.fold(input)
    perform(effects)
    return isNews
  }

  private func perform(_ effects: [Effect]) {
    for case .network(let command) in effects { feed.send(command) }
  }

  private struct Folding {
    var state: WallboardState
    var witness: (any FeedWitness)?
    var recorder: Recorder?

    mutating func fold(_ input: Input) -> (effects: [Effect], isNews: Bool) {
      witness?.willFold(input, into: state)
      let duplicates = state.board.counts.duplicates
      let effects = reduce(into: &state, input)
      let isNews = state.board.counts.duplicates == duplicates
      recorder?.observe(input, isDuplicate: !isNews, state: state)
      witness?.didFold(input, into: state, isNews: isNews)
      return (effects, isNews)
    }
  }
}
