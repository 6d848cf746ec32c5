/// Reads an answer's body, however its length is told (RFC 9112, 6.3).
struct HTTPBodyReader {
  private enum Framing {
    case none
    case length(missing: Int)
    case chunked(ChunkedDecoder)
    case untilEnd
  }

  private var framing: Framing

  init(for head: HTTPHead) {
    let lengths = Set(head.list("content-length"))
    if head.status == 204 || head.status == 304 {
      framing = .none
    } else if let coding = head.list("transfer-encoding").last {
      framing = coding.lowercased() == "chunked" ? .chunked(ChunkedDecoder()) : .untilEnd
    } else if lengths.count == 1, let length = lengths.first.flatMap({ Int(decimalDigits: $0) }) {
      framing = .length(missing: length)
    } else {
      // Contradicting lengths say nothing, but the body may still explain the refusal.
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

/// Reads a chunked body (RFC 9112, 7.1). Malformed chunks end it: what came before them is enough
/// to explain a refusal.
private struct ChunkedDecoder {
  private enum Awaited {
    case size(Int, digits: Int)
    case sizeLineEnd(Int)
    case data(missing: Int)
    case dataLineEnd
    case nothing
  }

  private var awaited = Awaited.size(0, digits: 0)

  /// Whether the last chunk has come; the trailer after it is not read.
  var isComplete: Bool {
    if case .nothing = awaited { true } else { false }
  }

  /// Appends what `bytes` hold of the body, up to `limit` bytes in all.
  mutating func read(_ bytes: Span<UInt8>, into body: inout [UInt8], limit: Int) {
    var index = 0
    while index < bytes.count, !isComplete, body.count < limit {
      if case .data(let missing) = awaited {
        let count = min(missing, bytes.count - index, limit - body.count)
        body.append(copying: bytes.extracting(index..<index + count))
        awaited = missing == count ? .dataLineEnd : .data(missing: missing - count)
        index += count
      } else {
        awaited = next(after: bytes[index])
        index += 1
      }
    }
  }

  private func next(after byte: UInt8) -> Awaited {
    switch awaited {
    case .size(let size, let digits):
      if let digit = byte.hexadecimalDigit {
        // More digits would mean a chunk of petabytes.
        return digits < 12 ? .size(size << 4 | digit, digits: digits + 1) : .nothing
      }
      return digits == 0 ? .nothing : sizeLine(size, at: byte)
    case .sizeLineEnd(let size):
      return sizeLine(size, at: byte)
    case .dataLineEnd:
      switch byte {
      case .carriageReturn: return .dataLineEnd
      case .lineFeed: return .size(0, digits: 0)
      default: return .nothing
      }
    case .data, .nothing:
      return awaited
    }
  }

  /// Skips a chunk's extensions.
  private func sizeLine(_ size: Int, at byte: UInt8) -> Awaited {
    guard byte == .lineFeed else { return .sizeLineEnd(size) }
    return size == 0 ? .nothing : .data(missing: size)
  }
}
