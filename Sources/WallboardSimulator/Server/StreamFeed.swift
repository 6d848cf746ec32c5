/// One open stream: what it is sent, and how it misbehaves.
struct StreamFeed: Sendable {
  typealias Pieces = AsyncThrowingStream<[UInt8], any Error>

  /// A reader that has fallen this far behind is cut off.
  static let backlogLimit = 100_000

  private let pieces: Pieces.Continuation
  private var random: SeededGenerator
  private var eventsSent = 0
  private var isStalled = false
  private var garbageSent = 0

  /// The connection is broken off on purpose.
  struct Dropped: Error {}

  init(pieces: Pieces.Continuation, seed: UInt64) {
    self.pieces = pieces
    random = SeededGenerator(seed: seed)
  }

  mutating func open(retry milliseconds: Int, with frame: EventFrame, _ faults: FaultSwitchboard) {
    write("retry: \(milliseconds)\n\n", faults)
    write(frame.text, faults)
  }

  mutating func send(_ event: SimulatedEvent, _ faults: FaultSwitchboard) {
    if hasReached(faults.amount(of: .stall)) { isStalled = true }
    guard !isStalled else { return }
    let isHostile = faults.isOn(.hostile)
    let event = isHostile ? event.hostile(number: eventsSent) : event
    let frame = EventFrame(event, typeInside: faults.isOn(.eventTypeInside)).text
    if hasReached(faults.amount(of: .drop)) { return breakOff(in: frame, faults) }
    if hasReached(faults.amount(of: .end)) { return end() }
    write(frame, faults)
    eventsSent += 1
    if isHostile { yield(Hostility.frame(number: eventsSent, id: event.id)) }
    if let every = faults.amount(of: .garbage), eventsSent.isMultiple(of: max(1, every)) {
      writeGarbage(id: event.id)
    }
    if let every = faults.amount(of: .oversized), eventsSent.isMultiple(of: max(1, every)) {
      yield(Garbage.oversizedFrame(id: event.id))
    }
  }

  /// Without its blank line the comment stands in the block of the event that comes next.
  mutating func heartbeat(at seconds: Int, _ faults: FaultSwitchboard) {
    guard !isStalled else { return }
    write(": heartbeat \(seconds)\n" + (random.chance(0.5) ? "\n" : ""), faults)
  }

  func end() {
    pieces.finish()
  }

  func drop() {
    pieces.finish(throwing: Dropped())
  }

  private func hasReached(_ limit: Int?) -> Bool {
    limit.map { eventsSent >= $0 } ?? false
  }

  private mutating func breakOff(in frame: String, _ faults: FaultSwitchboard) {
    if random.chance(0.5) { write(String(frame.prefix(frame.count / 2)), faults) }
    drop()
  }

  private mutating func writeGarbage(id: Int) {
    yield(Garbage.frame(number: garbageSent, id: id))
    garbageSent += 1
  }

  private mutating func write(_ text: String, _ faults: FaultSwitchboard) {
    guard faults.isOn(.cut) else { return yield(Array(text.utf8)) }
    var bytes = Array(text.replacing("\n", with: "\r\n").utf8)[...]
    while !bytes.isEmpty {
      let size = random.integer(in: 1...9)
      yield(Array(bytes.prefix(size)))
      bytes = bytes.dropFirst(size)
    }
  }

  private func yield(_ bytes: [UInt8]) {
    if case .dropped = pieces.yield(bytes) { drop() }
  }
}
