package import WallboardWire

extension ServerSentBlock {
  /// When its event happened, where its own id is a time.
  package var eventTime: Timestamp? { hasOwnID ? Timestamp(eventID: id) : nil }

  /// Whether it may be a control frame: by its name, or by a name that would stand in its data.
  package var mayBeControlFrame: Bool {
    !isNamed || ControlFrame.words.word(type) != nil
  }

  /// Whether it has a name. The standard's `message` stands for none (contract C12).
  fileprivate var isNamed: Bool { !type.isEmpty && !type.spells("message") }
}

/// One block of the stream as the parser lends it, and when it arrived.
struct StreamBlock: ~Escapable {
  /// Its own id, not one inherited from an earlier block; empty where it has none.
  let id: Span<UInt8>
  /// The name in the `event:` line; empty where it has none.
  let name: Span<UInt8>
  let data: Span<UInt8>
  let arrival: Timestamp
  /// When its event happened, where its id says it.
  let time: Timestamp?

  @_lifetime(copy block)
  init(_ block: ServerSentBlock, at arrival: Timestamp) {
    id = block.hasOwnID ? block.id : block.id.extracting(first: 0)
    name = block.isNamed ? block.type : block.type.extracting(first: 0)
    data = block.data
    time = Timestamp(eventID: id)
    self.arrival = arrival
  }

  func received(_ decoded: consuming DecodedEvent<WorkspaceEvent>) -> ReceivedEvent {
    let fingerprint = EventFingerprint.of(
      id: id, at: time, name: decoded.event.name.utf8.span, data: data)
    return ReceivedEvent(
      id: idText, at: time ?? arrival, receivedAt: arrival, event: decoded.event,
      extras: decoded.extras, faults: decoded.faults, fingerprint: fingerprint)
  }

  func malformed(_ fault: FieldFault, name: String) -> MalformedEvent {
    MalformedEvent(
      id: idText, name: BoundedString(name), receivedAt: arrival,
      reason: BoundedString(fault.description),
      data: Protected(BoundedString(String(repairing: data))),
      fingerprint: EventFingerprint.of(id: id, at: time, name: name.utf8.span, data: data))
  }

  func leftOut(bytes: Int) -> MalformedEvent {
    MalformedEvent(
      id: idText, name: BoundedString(String(repairing: name)), receivedAt: arrival, leftOut: bytes,
      fingerprint: EventFingerprint.of(id: id, at: time, name: name, data: String(bytes).utf8.span))
  }

  private var idText: BoundedString? { id.isEmpty ? nil : BoundedString(String(repairing: id)) }
}

extension Timestamp {
  /// When an event happened: what its id names, else its arrival (contract 2.2).
  package init(ofEvent id: BoundedString?, arrivedAt arrival: Timestamp) {
    self = id.flatMap { Timestamp(eventID: $0.string.utf8.span) } ?? arrival
  }

  /// The moment that an event's id names: unix milliseconds of 13 digits, so the years 2001 to
  /// 2286. Anything else, such as a control frame's `0`, is no time.
  init?(eventID: Span<UInt8>) {
    guard eventID.count == 13, let milliseconds = eventID.decimalNumber,
      milliseconds >= 1_000_000_000_000
    else { return nil }
    self.init(milliseconds: Int64(milliseconds))
  }
}

/// The number by which an event that is replayed after a reconnect is recognised.
enum EventFingerprint {
  /// A hash of id, name and data; 0 for an event without an id of its own, which is never replayed,
  /// and for the id of control frames. `time` is the one that the id names.
  static func of(
    id: Span<UInt8>, at time: Timestamp?, name: Span<UInt8>, data: Span<UInt8>
  ) -> UInt64 {
    guard !id.isEmpty, !id.spells("0") else { return 0 }
    var hash = SeededHash()
    hash.absorb(id)
    hash.absorb(name)
    hash.absorb(data)
    // 0 and the largest number mean something else: see `ReceivedEvent`.
    return min(max(time.map { mixed(hash.value, $0) } ?? hash.value, 1), .max - 1)
  }

  /// The bits by which a `RecentSet` of ``Limits/fingerprints`` elements finds the place of one.
  private static let placeBits: UInt64 = 0x1_FFFF
  /// Of those, the bits that nobody can foresee: whoever sends many events of one id must not fill
  /// one chain.
  private static let secretBits: UInt64 = 0xFFF

  /// Puts the id's time, plus up to four seconds by the hash, into the lowest bits: events of one
  /// moment are then looked up in one part of the memory, which stays in the cache.
  private static func mixed(_ hash: UInt64, _ time: Timestamp) -> UInt64 {
    let moment = UInt64(bitPattern: time.milliseconds) &+ hash & secretBits
    return hash & ~placeBits | moment & placeBits
  }
}
