import WallboardWire

/// What a parser handed on, as it can be kept.
enum StreamPiece: Equatable {
  case event(ServerSentEvent)
  case comment
  case retry(milliseconds: Int)
  case lastEventID(String?)
  /// Its data are empty.
  case tooLarge(ServerSentEvent, bytes: Int)

  init(_ output: ServerSentEventParser.Output) {
    self =
      switch output {
      case .event(let block): .event(ServerSentEvent(block))
      case .comment: .comment
      case .retry(let milliseconds): .retry(milliseconds: milliseconds)
      case .lastEventID(let id): .lastEventID(id.isEmpty ? nil : String(repairing: id))
      case .tooLarge(let block, let bytes): .tooLarge(ServerSentEvent(block), bytes: bytes)
      }
  }
}

/// What a parser made of a stream, and how it ended.
struct Reading: Equatable {
  var outputs: [StreamPiece] = []
  var failure: ServerSentEventParser.Failure?

  /// Feeds `bytes` in pieces of the lengths that `nextLength` names, from 1 up.
  init(
    _ bytes: [UInt8], limit: Int = ServerSentEventParser.defaultLimit,
    patience: Int = ServerSentEventParser.defaultPatience,
    inPiecesOf nextLength: () -> Int = { .max }
  ) {
    var parser = ServerSentEventParser(limit: limit, patience: patience)
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let piece = Array(rest.prefix(nextLength()))
      rest = rest.dropFirst(piece.count)
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span) { outputs.append(StreamPiece($0)) }
      } catch {
        failure = error
      }
    }
  }

  init(_ text: String, inPiecesOf length: Int = .max) {
    self.init(Array(text.utf8)) { length }
  }
}
