/// Bytes on their way out, in order.
final class SendQueue {
  private var waiting: [UInt8] = []
  /// How many bytes of `waiting` have been moved on to the buffer.
  private var moved = 0
  private let buffer = FixedBuffer()
  /// The part of the buffer that has not been sent.
  private var loaded = 0..<0

  /// Bytes that have not been sent.
  var count: Int { waiting.count - moved + loaded.count }

  /// Adds bytes behind the others.
  func append(_ bytes: [UInt8]) {
    waiting.removeFirst(moved)
    moved = 0
    if waiting.isEmpty { waiting = bytes } else { waiting += bytes }
  }

  /// Forgets what has not been sent.
  func removeAll() {
    waiting = []
    moved = 0
    loaded = 0..<0
  }

  /// Sends what goes without waiting.
  func flush(over easy: CurlEasy) throws(TransferFailure) {
    while count > 0 {
      if loaded.isEmpty { load() }
      let sent = try easy.send(loaded, of: buffer)
      guard sent > 0 else { return }
      loaded = min(loaded.lowerBound + sent, loaded.upperBound)..<loaded.upperBound
    }
    // Nothing is kept of a large message that has gone.
    removeAll()
  }

  private func load() {
    let count = buffer.fill(from: waiting[moved...])
    moved += count
    loaded = 0..<count
  }
}
