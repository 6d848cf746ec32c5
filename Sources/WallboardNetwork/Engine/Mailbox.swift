import Synchronization
package import WallboardEvents
package import WallboardWire

/// Messages from the network thread to the main thread: bounded, and none is ever lost.
///
/// The writer asks ``claimRoom()`` before it reads from the network, and reads nothing where there is
/// none. What it has read it may always post: the capacity is exceeded by what one write of libcurl
/// (16 KiB) holds at the most, and by reads and changes of connections, which are few.
package final class Mailbox<Message: Sendable>: Sendable {
  /// Entries above which the writer has to wait: 40 s of 200 events a second.
  package static var defaultCapacity: Int { 8_192 }
  /// Bytes from the network above which it has to wait too: an event may have a megabyte.
  package static var byteCapacity: Int { 8 << 20 }

  private struct Contents {
    /// As they were posted: handing on many messages costs no more than handing on one.
    var batches: [[Message]] = []
    var count = 0
    var bytes = 0
    var writerWaits = false
  }

  private let contents = Mutex(Contents())
  private let capacity: Int
  private let onArrival: @Sendable () -> Void
  private let onRoom: @Sendable () -> Void

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

  /// Adds messages, in order; `count` is how many entries they hold, by default one each, and `bytes`
  /// how many bytes they were made of.
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

  /// Takes all messages, oldest first, in the batches in which they were posted.
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
  /// Every event as the stream's parser dispatched it, before it is decoded; `nil` where nobody wants
  /// to see them.
  package let rawEvents: Mailbox<ServerSentEvent>?

  package init(heard: Mailbox<Delivery>, rawEvents: Mailbox<ServerSentEvent>? = nil) {
    self.heard = heard
    self.rawEvents = rawEvents
  }

  /// Whether there is room everywhere for what the next write brings.
  func claimRoom() -> Bool {
    // Both are asked, so that both call when there is room again.
    let hasRoom = heard.claimRoom()
    return rawEvents?.claimRoom() ?? true && hasRoom
  }

  func post(_ message: Heard) {
    heard.post([.heard(message)])
  }
}

/// What the network thread hands over.
package enum Delivery: Sendable {
  case heard(Heard)
  /// Events of the stream, not decoded yet.
  case stretch(StreamStretch)

  /// How many entries it holds.
  var count: Int {
    switch self {
    case .heard: 1
    case .stretch(let stretch): stretch.count
    }
  }

  /// Decodes what it holds, and hands it over in order.
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
  /// An event of the workspace; `nil` for what the stream says about itself.
  fileprivate init?(_ outcome: consuming StreamOutcome) {
    switch consume outcome {
    case .event(let event): self = .received(event)
    case .malformed(let event): self = .malformed(event)
    case .control: return nil
    }
  }
}
