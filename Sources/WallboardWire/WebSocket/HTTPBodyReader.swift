/// Takes an answer's body out of its framing (RFC 9112, 6.3).
struct HTTPBodyReader {
  private enum Framing {
    case none
    case length(missing: Int)
    case chunked(ChunkedDecoder)
    case untilEnd
  }

  private var framing: Framing

  init(for head: HTTPResponseHead) {
    let lengths = Set(head.list("content-length"))
    if head.status == 204 || head.status == 304 {
      framing = .none
    } else if let coding = head.list("transfer-encoding").last {
      framing = coding.lowercased() == "chunked" ? .chunked(ChunkedDecoder()) : .untilEnd
    } else if lengths.count == 1, let length = lengths.first.flatMap({ Int(decimalDigits: $0) }) {
      framing = .length(missing: length)
    } else {
      // A length that contradicts itself bounds nothing; what comes is still an explanation.
      framing = .untilEnd
    }
  }

  /// Whether nothing of the body is to come.
  var isComplete: Bool {
    switch framing {
    case .none: true
    case .length(let missing): missing == 0
    case .chunked(let decoder): decoder.isComplete
    case .untilEnd: false
    }
  }

  /// Appends what `bytes` hold of the body, up to `limit` bytes in all.
  mutating func read(_ bytes: Span<UInt8>, into body: inout [UInt8], limit: Int) {
    let room = max(0, limit - body.count)
    switch framing {
    case .none:
      break
    case .length(let missing):
      let count = min(missing, bytes.count)
      framing = .length(missing: missing - count)
      body.append(copying: bytes.extracting(first: min(count, room)))
    case .chunked(var decoder):
      decoder.read(bytes, into: &body, limit: limit)
      framing = .chunked(decoder)
    case .untilEnd:
      body.append(copying: bytes.extracting(first: room))
    }
  }
}
