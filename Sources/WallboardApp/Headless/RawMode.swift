import FoundationEssentials
import WallboardCore
import WallboardStreams

/// `wallboard events --raw`: the stream as its parser dispatched it.
package struct RawMode {
  private struct Line: Encodable {
    let id: Nullable<String>
    let event: String
    let data: String
  }

  private let session: Session
  private let reader: FeedReader
  private let encoder = JSONEncoder()

  /// Prints the raw events of the session; the reader tells how the connection stands.
  package init(_ session: Session, _ reader: FeedReader) {
    self.session = session
    self.reader = reader
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Prints until the stream is refused or nobody reads any more.
  package func run() throws -> HeadlessEnd {
    var writer = OutputWriter()
    while !writer.isClosed {
      let actions = reader.next(within: 1_000)
      for event in session.drainRawEvents() { writer.write(line: try line(event)) }
      writer.flush()
      for case .connection(let change) in actions {
        Message.write(change.sentence)
        if let end = change.headlessEnd { return end }
      }
    }
    return .done
  }

  private func line(_ event: ServerSentEvent) throws -> String {
    let line = Line(id: Nullable(wrappedValue: event.id), event: event.type, data: event.data)
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }
}
