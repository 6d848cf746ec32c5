import WallboardWire

/// What a parser made of a stream, and how it ended.
struct Reading: Equatable {
  var outputs: [ServerSentEventParser.Output] = []
  var failure: ServerSentEventParser.Failure?

  /// Feeds `bytes` in pieces of the lengths that `nextLength` names, from 1 up.
  init(
    _ bytes: [UInt8], limit: Int = ServerSentEventParser.defaultLimit,
    inPiecesOf nextLength: () -> Int = { .max }
  ) {
    var parser = ServerSentEventParser(limit: limit)
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let piece = Array(rest.prefix(nextLength()))
      rest = rest.dropFirst(piece.count)
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span, into: &outputs)
      } catch {
        failure = error
      }
    }
  }

  init(_ text: String, inPiecesOf length: Int = .max) {
    self.init(Array(text.utf8)) { length }
  }
}
