/// A seeded stream of a busy day: calls begin, escalate, are joined and end, surfaces travel, the
/// rest of the workspace hums. The same seed gives the same bytes.
struct Workload {
  /// How many events are in ``stream``.
  let count: Int
  /// The events as the platform frames them.
  let stream: [UInt8]

  /// Events of a floor of so many calls at once.
  init(count: Int, seed: UInt64 = 1, liveCalls: Int = 36) {
    var writer = WorkloadWriter(seed: seed, liveCalls: liveCalls)
    for _ in 0..<count { writer.writeEvent() }
    self.count = count
    stream = Array(writer.text.utf8)
  }

  /// The stream in pieces of the size in which a socket gives them.
  func chunks(of size: Int = 16_384) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: stream.count, by: size).map { start in
      stream[start..<min(start + size, stream.count)]
    }
  }
}

/// Writes events one after another.
private struct WorkloadWriter {
  private(set) var text = "retry: 3000\n\n"
  private var generator: WorkloadGenerator
  private var milliseconds = 1_766_000_000_000
  private var calls: [String] = []
  private var nextCall = 0

  private let liveCalls: Int
  private static let service = "00000000-0000-4000-8000-0000000000a1"

  init(seed: UInt64, liveCalls: Int) {
    self.liveCalls = liveCalls
    generator = WorkloadGenerator(state: seed)
  }

  mutating func writeEvent() {
    milliseconds += 5
    if calls.count < liveCalls {
      startCall()
    } else {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: endCall()
      case 1: escalate()
      case 2: join()
      case 3...6: saveField()
      default: fireTrigger()
      }
    }
  }

  private mutating func startCall() {
    nextCall += 1
    let digits = String(nextCall)
    let call = "CA" + String(repeating: "0", count: 32 - digits.count) + digits
    calls.append(call)
    write(
      "call.started",
      #"{"call_sid":"\#(call)","direction":"inbound","service_id":"\#(Self.service)","#
        + #""caller_id":"+1555010\#(1000 + nextCall % 9000)"}"#)
  }

  private mutating func endCall() {
    let call = calls.removeFirst()
    write(
      "call.ended",
      #"{"call_sid":"\#(call)","direction":"inbound","duration_seconds":184.5,"#
        + #""completion_reason":"completed","escalated":false}"#)
  }

  private mutating func escalate() {
    write(
      "call.escalated",
      #"{"call_sid":"\#(anyCall())","escalation_id":"esc-\#(milliseconds)","trigger":"caller","#
        + #""reason":"The caller asks for a person about a bill that was paid twice"}"#)
  }

  private mutating func join() {
    write(
      "operator.joined_call",
      #"{"call_sid":"\#(anyCall())","operator_id":"\#(identifier("0b"))","mode":"takeover"}"#)
  }

  private mutating func saveField() {
    let field = Int.random(in: 0..<12, using: &generator)
    write(
      "surface.field_saved",
      #"{"surface_id":"\#(identifier("0c"))","entity_id":"\#(identifier("0d"))","#
        + #""field_key":"field_\#(field)"}"#)
  }

  private mutating func fireTrigger() {
    write(
      "trigger.fired",
      #"{"trigger_id":"\#(identifier("0e"))","trigger_name":"Reminder the day before"}"#)
  }

  private mutating func anyCall() -> String {
    calls.randomElement(using: &generator) ?? "CA0"
  }

  private mutating func identifier(_ kind: String) -> String {
    let number = Int.random(in: 10..<40, using: &generator)
    return "00000000-0000-4000-8000-00000000\(kind)\(number)"
  }

  private mutating func write(_ name: String, _ data: String) {
    text += "id: \(milliseconds)\nevent: \(name)\ndata: \(data)\n\n"
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, seeded, and the same everywhere.
struct WorkloadGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
