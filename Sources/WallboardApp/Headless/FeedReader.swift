package import WallboardCore

/// Folds a feed without a screen, and hands every action on.
package final class FeedReader {
  /// The state so far.
  package private(set) var state: WallboardState
  private let feed: any Feed
  private let wakeup: Wakeup
  private let observe: (Action) -> Void

  /// Reads the feed; `wakeup` is signalled when it has something, `observe` sees every action.
  package init(
    feed: any Feed, wakeup: Wakeup, settings: BoardSettings,
    observe: @escaping (Action) -> Void = { _ in }
  ) {
    state = WallboardState(settings)
    self.observe = observe
    self.feed = feed
    self.wakeup = wakeup
  }

  /// Waits for at most so many milliseconds, folds what came, and returns it without the events
  /// that had come before.
  package func next(within milliseconds: Int) -> [Action] {
    var actions = feed.drain()
    if actions.isEmpty {
      wakeup.wait(milliseconds: milliseconds)
      actions = feed.drain()
    }
    let fresh = actions.filter { action in
      observe(action)
      return foldIsNews(action)
    }
    fold(.frame(Frame(now: Clock.now)))
    return fresh
  }

  /// Does what a key would ask for.
  func obey(_ intent: Intent) {
    fold(.intent(intent))
  }

  private func foldIsNews(_ action: Action) -> Bool {
    let duplicates = state.board.counts.duplicates
    fold(action)
    return state.board.counts.duplicates == duplicates
  }

  private func fold(_ action: Action) {
    for case .network(let command) in reduce(into: &state, action) { feed.send(command) }
  }
}
