import WallboardBoard
package import WallboardEvents
import WallboardScreen

/// `--plain`: the board as sentences, one for each change and not more than can be listened to, for
/// screen readers and logs.
package struct PlainMode {
  private let reader: FeedReader
  private let teller: PlainTeller
  private var limiter = SentenceLimiter()
  private var writer = OutputWriter()

  /// Tells what the reader folds, as far as the disclosure reaches and the filter lets it through.
  package init(_ reader: FeedReader, filter: StartFilter?, disclosure: Disclosure) {
    self.reader = reader
    teller = PlainTeller(
      filter: PlainFilter(filters: filter?.filters ?? [:], disclosure: disclosure),
      disclosure: disclosure, staleAfter: reader.state.settings.staleAfter)
    reader.witness = teller
  }

  /// Tells until the stream is refused or stopped, or nobody reads any more.
  package mutating func run() -> HeadlessEnd {
    while !writer.isClosed {
      let end = reader.next(within: 1_000) { action in
        if case .readFailed = action { action.notice.map(Message.write) }
        return action.headlessEnd
      }
      say()
      if let end { return close(end) }
      writer.flush()
    }
    return writer.end
  }

  private mutating func say() {
    for sentence in teller.take() {
      if let rest = limiter.turn(at: sentence.at) { write(rest, at: sentence.at) }
      if limiter.admits(sentence) { write(sentence.text, at: sentence.at) }
    }
    let now = reader.state.board.now
    if let rest = limiter.turn(at: now) { write(rest, at: now) }
  }

  private mutating func close(_ end: HeadlessEnd) -> HeadlessEnd {
    if let rest = limiter.close() { write(rest, at: reader.state.board.now) }
    writer.flush()
    return end
  }

  private mutating func write(_ text: String, at time: Timestamp) {
    let line = "\(time.clock) \(PlainWords.audible(text))"
    writer.write(line: TextSafety.clean(line).marked)
  }
}
