import Synchronization
package import WallboardEvents
package import WallboardWire

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

/// Where the network puts what it finds.
package struct NetworkOutput: Sendable {
  /// What came, and what a connection did.
  package let heard: Mailbox<Delivery>
  /// Every event as the stream's parser dispatched it, before it is decoded, where somebody wants
  /// to look at the stream as it is.
  package let rawEvents: Mailbox<ServerSentEvent>?

  /// What is heard goes there, and what the parser dispatched too where a mailbox for it is given.
  package init(heard: Mailbox<Delivery>, rawEvents: Mailbox<ServerSentEvent>? = nil) {
    self.heard = heard
    self.rawEvents = rawEvents
  }

  /// Whether there is room everywhere for what the next write brings.
  func claimRoom() -> Bool {
    // Both are asked, so that both tell when there is room again.
    let hasRoom = heard.claimRoom()
    return rawEvents?.claimRoom() ?? true && hasRoom
  }

  func post(_ message: Heard) {
    heard.post([.heard(message)])
  }
}

/// What the network's thread hands over.
package enum Delivery: Sendable {
  case heard(Heard)
  /// Events of the stream, not decoded yet.
  case stretch(StreamStretch)

  /// How many things it tells of.
  var count: Int {
    switch self {
    case .heard: 1
    case .stretch(let stretch): stretch.count
    }
  }

  /// Hands over what it tells of, in order.
  package func forEach<Failure: Error>(
    _ decoder: WorkspaceEventDecoder, _ take: (consuming Heard) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .heard(let heard): try take(heard)
    case .stretch(let stretch):
      try stretch.decode(decoder) { (outcome: consuming StreamOutcome) throws(Failure) in
        if let heard = Heard(outcome) { try take(heard) }
      }
    }
  }
}

extension Heard {
  /// What the stream tells of the workspace; `nil` for what it says of itself.
  fileprivate init?(_ outcome: consuming StreamOutcome) {
    switch consume outcome {
    case .event(let event): self = .received(event)
    case .malformed(let event): self = .malformed(event)
    case .control: return nil
    }
  }
}
