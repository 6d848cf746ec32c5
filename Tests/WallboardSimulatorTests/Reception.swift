import Foundation

/// The bytes of one response as they came, and what they say.
struct Reception: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var isClosed = false
  /// Where the head ends, once it has come.
  private var blank: Range<Int>?

  mutating func take(_ piece: [UInt8]) {
    bytes += piece
    isClosed = piece.isEmpty
    if blank == nil { blank = bytes.firstRange(of: Array("\r\n\r\n".utf8)) }
  }

  private var parts: (head: String, rest: ArraySlice<UInt8>) {
    guard let blank else { return (text(bytes), []) }
    return (text(Array(bytes[..<blank.lowerBound])), bytes[blank.upperBound...])
  }

  /// What came after the head.
  var afterHead: ArraySlice<UInt8> {
    blank.map { bytes[$0.upperBound...] } ?? []
  }

  var head: String {
    parts.head
  }

  var status: Int? {
    head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// Whether an answer to a handshake has come that opens no WebSocket.
  var isRefused: Bool {
    blank != nil && status != 101
  }

  /// The chunks of a chunked body, those that are whole.
  var chunks: [[UInt8]] {
    var rest = parts.rest
    var chunks: [[UInt8]] = []
    while let line = rest.firstRange(of: Array("\r\n".utf8)),
      let size = Int(text(Array(rest[..<line.lowerBound])), radix: 16),
      rest[line.upperBound...].count >= size + 2
    {
      chunks.append(Array(rest[line.upperBound...].prefix(size)))
      rest = rest[(line.upperBound + size + 2)...]
    }
    return chunks
  }

  var body: String {
    head.lowercased().contains("chunked") ? text(chunks.flatMap(\.self)) : text(Array(parts.rest))
  }

  /// Whether the body came to its proper end.
  var isComplete: Bool {
    chunks.last == []
  }

  func header(_ name: String) -> String? {
    let line = head.split(separator: "\r\n").first {
      $0.lowercased().hasPrefix(name.lowercased() + ":")
    }
    return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  /// The ids of the events of the stream, without the frames about the stream itself.
  var ids: [Int] {
    let lines = body.replacing("\r\n", with: "\n").split(separator: "\n")
    return lines.compactMap { $0.hasPrefix("id: ") ? Int($0.dropFirst(4)) : nil }.filter { $0 > 0 }
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
