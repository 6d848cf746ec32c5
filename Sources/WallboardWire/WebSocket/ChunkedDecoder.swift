/// Takes a body out of its chunks (RFC 9112, 7.1). Bytes that are no chunk end the body: what came
/// before them is all that is needed of a refusal.
struct ChunkedDecoder {
  private enum Awaited {
    case size(Int, digits: Int)
    case sizeLineEnd(Int)
    case data(missing: Int)
    case dataLineEnd
    case nothing
  }

  private var awaited = Awaited.size(0, digits: 0)

  /// Whether the last chunk has come; the trailer behind it is of no interest.
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
        // More digits than these would be a chunk of petabytes.
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

  /// Passes over a chunk's extensions.
  private func sizeLine(_ size: Int, at byte: UInt8) -> Awaited {
    guard byte == .lineFeed else { return .sizeLineEnd(size) }
    return size == 0 ? .nothing : .data(missing: size)
  }
}
