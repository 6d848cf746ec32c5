import WallboardBoard
import WallboardEvents
import WallboardWire

/// `wallboard events --raw`: the stream as its parser dispatched it.
package struct RawMode {
  private struct Line: JSONWritable {
    let block: ServerSentEvent

    func write(to text: inout JSONText) throws {
      try text.object { members in
        try members.member("data", block.data)
        try members.member("event", block.type)
        try members.member("id", block.id)
      }
    }
  }

  private let session: Session
  private let reader: FeedReader
  private let encoder = JSONLineEncoder()

  /// Prints the raw events of the session; the reader tells how the connection stands.
  package init(_ session: Session, _ reader: FeedReader) {
    self.session = session
    self.reader = reader
  }

  /// Prints until the stream is refused or nobody reads any more.
  package func run() throws -> HeadlessEnd {
    var writer = OutputWriter()
    while !writer.isClosed {
      let end = reader.next(within: 1_000) { action in
        action.notice.map(Message.write)
        if case .malformed(let event) = action, event.leftOut != nil {
          Message.write(event.sentence)
        }
        return action.headlessEnd
      }
      for event in session.drainRawEvents() {
        writer.write(line: try encoder.line(Line(block: event)))
      }
      writer.flush()
      if let end { return end }
    }
    return writer.end
  }
}
