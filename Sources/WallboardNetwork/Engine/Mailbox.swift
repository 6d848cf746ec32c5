import Synchronization

/// The way from the network thread to the main thread: bounded, and nothing is ever lost.
///
/// The writer asks ``claimRoom()`` before it takes anything off the network, and takes nothing
/// when there is none. What it has taken it may post: at most what one write of libcurl (16 KiB)
/// tells lies beyond the capacity, and what reads and connection changes say, which are few.
package final class Mailbox<Message: Sendable>: Sendable {
  /// Things told of above which a writer has to wait: 40 s of 200 events a second.
  package static var defaultCapacity: Int { 8_192 }
  /// Bytes of the network above which it has to, too: an event may have a megabyte.
  package static var byteCapacity: Int { 8 << 20 }

  private struct Contents {
    /// As they were posted: to hand on many messages costs no more than to hand on one.
    var batches: [[Message]] = []
    var count = 0
    var bytes = 0
    var writerWaits = false
  }

  private let contents = Mutex(Contents())
  private let capacity: Int
  private let onArrival: @Sendable () -> Void
  private let onRoom: @Sendable () -> Void

  /// Makes an empty mailbox.
  ///
  /// `onArrival` is called on the writer's thread when an empty mailbox gets messages, `onRoom` on
  /// the reader's when a writer waits and the mailbox has been emptied.
  package init(
    capacity: Int = Mailbox.defaultCapacity, onArrival: @escaping @Sendable () -> Void = {},
    onRoom: @escaping @Sendable () -> Void
  ) {
    self.capacity = capacity
    self.onArrival = onArrival
    self.onRoom = onRoom
  }

  /// Whether there is room for what the next write brings; when there is not, `onRoom` will be
  /// called.
  package func claimRoom() -> Bool {
    contents.withLock { contents in
      contents.writerWaits =
        contents.count >= capacity || contents.bytes >= Self.byteCapacity
      return !contents.writerWaits
    }
  }

  /// Adds messages, in order, which tell of so many things, each of one unless it is said, and were made
  /// of so many bytes.
  package func post(_ messages: [Message], count: Int? = nil, bytes: Int = 0) {
    guard !messages.isEmpty else { return }
    let wasEmpty = contents.withLock { contents in
      contents.batches.append(messages)
      contents.count += count ?? messages.count
      contents.bytes += bytes
      return contents.batches.count == 1
    }
    if wasEmpty { onArrival() }
  }

  /// Takes all messages, oldest first, in the pieces in which they were posted.
  package func drain() -> [[Message]] {
    let taken = contents.withLock { contents in
      let taken = contents
      contents = Contents()
      return taken
    }
    if taken.writerWaits { onRoom() }
    return taken.batches
  }
}
