import WallboardBoard
package import WallboardEvents
import WallboardScreen
import WallboardWire

/// `wallboard events` and `wallboard follow`: a line per event on standard output.
package struct EventsMode {
  package enum Form: Sendable {
    case readable, json
  }

  private let reader: FeedReader
  private let disclosure: Disclosure
  private let form: Form
  private let encoder: EventLineEncoder
  private var writer = OutputWriter()
  private var notices = FollowNotices()

  package init(_ reader: FeedReader, form: Form, disclosure: Disclosure) {
    self.reader = reader
    self.form = form
    self.disclosure = disclosure
    encoder = EventLineEncoder(disclosure)
  }

  /// Prints until the feed ends or is refused, or the reader of the output is gone.
  package mutating func run() throws -> HeadlessEnd {
    while !writer.isClosed {
      let end = try reader.next(within: 1_000) { input in
        try print(input)
        return input.headlessEnd
      }
      writer.flush()
      if let end { return end }
    }
    return writer.end
  }

  private mutating func print(_ input: Input) throws {
    switch input {
    case .received(let event): writer.write(line: try line(event))
    case .malformed(let event): writer.write(line: try line(event))
    case .observed(let event):
      notices.lineOnArrival().map(Message.write)
      try line(event).map { writer.write(line: $0) }
    case .observedMalformed(_, let event):
      notices.lineOnArrival().map(Message.write)
      writer.write(line: try line(event))
    case .observer(let change): notices.lines(for: change).forEach(Message.write)
    case .connection, .clock, .readFailed, .heard, .readStarted, .read, .past, .intent, .notice,
      .note, .noteFailed, .notes,
      .following, .restored, .playback, .recording, .passed, .frame:
      input.notice.map(Message.write)
    }
  }

  private func line(_ event: ReceivedEvent) throws -> String {
    switch form {
    case .json: try encoder.line(for: event)
    case .readable:
      readable(
        event.at, name: event.event.name, text: words(event.event.summary(context), event.faults))
    }
  }

  /// People get an agent's line once it is whole, not its pieces.
  private func line(_ event: ReceivedObserverEvent) throws -> String? {
    switch (form, event.event) {
    case (.json, _): try encoder.line(for: event)
    case (.readable, .agentTranscriptDelta): nil
    case (.readable, _):
      readable(
        event.at, name: event.event.name, text: words(event.event.summary(context), event.faults))
    }
  }

  private func line(_ event: MalformedEvent) throws -> String {
    switch form {
    case .json: try encoder.line(for: event)
    case .readable:
      readable(event.receivedAt, name: event.name.string, text: event.sentence)
    }
  }

  private func words(_ summary: String, _ faults: FieldFaults) -> String {
    guard !faults.isEmpty else { return summary }
    let sentences = faults.sentences.map(\.string).joined(separator: "; ")
    return "\(summary) (\(faults.summary): \(sentences))"
  }

  private func readable(_ time: Timestamp, name: String, text: String) -> String {
    let padding = String(repeating: " ", count: max(0, 26 - name.count))
    let line = "\(time.clock)  \(name)\(padding)  \(text)"
    return TextSafety.clean(line).marked
  }

  private var context: SummaryContext {
    SummaryContext(names: reader.state.board, disclosure: disclosure, for: .people)
  }
}

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

  /// The reader tells the state of the connection.
  package init(_ session: Session, _ reader: FeedReader) {
    self.session = session
    self.reader = reader
  }

  /// Prints until the stream is refused or the reader of the output is gone.
  package func run() throws -> HeadlessEnd {
    var writer = OutputWriter()
    while !writer.isClosed {
      let end = reader.next(within: 1_000) { input in
        input.notice.map(Message.write)
        if case .malformed(let event) = input, event.leftOut != nil {
          Message.write(event.sentence)
        }
        return input.headlessEnd
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

/// `wallboard record`: a recording without a screen.
package struct RecordMode {
  private let reader: FeedReader
  private let recorder: Recorder

  package init(_ reader: FeedReader, _ recorder: Recorder) {
    reader.recorder = recorder
    self.reader = reader
    self.recorder = recorder
  }

  private func end(_ problem: String) -> HeadlessEnd {
    recorder.isReaderGone ? .done : .failed(problem)
  }

  /// Records until the feed ends, nothing can be written any more, or `isOver`.
  package func run(until isOver: () -> Bool) -> HeadlessEnd {
    while !isOver() {
      let ending = reader.next(within: 1_000) { input in
        input.notice.map(Message.write)
        return input.headlessEnd
      }
      if let ending { return ending }
      if let problem = recorder.problem() { return end(problem) }
    }
    return recorder.stop().map(end) ?? .done
  }
}
