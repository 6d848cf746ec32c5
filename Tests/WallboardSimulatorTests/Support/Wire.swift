import Foundation
import Glibc
import Synchronization

/// A plain socket to the simulator: what stands on the wire, with nothing that helps.
///
/// Each wait blocks a thread of its own, never one of the pool that the simulator runs on. Its limit
/// only keeps a test that fails from waiting forever.
final class Wire: Sendable {
  private let descriptor: Int32
  private let received = Mutex(Reception())

  struct CannotConnect: Error {}

  init(to port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw CannotConnect() }
  }

  deinit {
    close(descriptor)
  }

  /// What has come by the end of the last wait.
  var reception: Reception {
    received.withLock { $0 }
  }

  func send(_ text: String) {
    send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Reads until all that has come so far satisfies the condition, the other side closes, or the
  /// time is up: with none, what has come already.
  func receive(
    within seconds: Double = 60, until isEnough: @escaping @Sendable (Reception) -> Bool
  ) async -> Reception {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: self.collect(within: seconds, until: isEnough))
      }
    }
  }

  private func collect(within seconds: Double, until isEnough: (Reception) -> Bool) -> Reception {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var reception = received.withLock { $0 }
    while !isEnough(reception), !reception.isClosed, let piece = next(before: deadline) {
      reception.take(piece)
    }
    received.withLock { $0 = reception }
    return reception
  }

  /// What comes next: empty at the end of the connection, nothing when the time is up.
  private func next(before deadline: Date) -> [UInt8]? {
    var awaited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let left = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
    guard unsafe poll(&awaited, 1, left) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    return Array(buffer.prefix(max(0, count)))
  }
}

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
