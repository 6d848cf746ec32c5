import WallboardWire

/// What a parser handed on, as it can be kept.
enum StreamPiece: Equatable {
  case event(ServerSentEvent)
  case comment
  case retry(milliseconds: Int)
  case lastEventID(String?)
  /// How many bytes.
  case tooLarge(Int)

  init(_ output: ServerSentEventParser.Output) {
    self =
      switch output {
      case .event(let block): .event(ServerSentEvent(block))
      case .comment: .comment
      case .retry(let milliseconds): .retry(milliseconds: milliseconds)
      case .lastEventID(let id): .lastEventID(id.isEmpty ? nil : String(repairing: id))
      case .tooLarge(_, let bytes): .tooLarge(bytes)
      }
  }
}

/// What a parser made of a stream.
struct StreamReading: Equatable {
  var outputs: [StreamPiece] = []
  /// Whether it was read to its end.
  var isWhole = true

  init(_ pieces: [[UInt8]], limit: Int = 1 << 26, patience: Int = 1 << 27) throws {
    var parser = ServerSentEventParser(limit: limit, patience: patience)
    for piece in pieces {
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span) { outputs.append(StreamPiece($0)) }
      } catch {
        isWhole = false
      }
    }
  }

  /// What the events say, without the ids, which may have been left out.
  var said: [[String]] {
    outputs.compactMap { if case .event(let event) = $0 { [event.type, event.data] } else { nil } }
  }

  /// How many events were too large.
  var leftOut: Int {
    outputs.count { if case .tooLarge = $0 { true } else { false } }
  }
}
