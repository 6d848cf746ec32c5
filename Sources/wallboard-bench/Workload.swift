import SplitMix64

/// A seeded stream of a busy floor: so many calls are live, and stay so many while they end and
/// begin; they escalate, are joined and left, surfaces travel, the rest of the workspace hums. The
/// same seed gives the same bytes.
struct Workload {
  /// How many events are in ``stream``.
  let count: Int
  /// The events as the platform frames them.
  let stream: [UInt8]
  /// How many events it takes until the floor is full, and the bytes that these are.
  let opening: (events: Int, bytes: Int)

  /// Events of a floor of so many calls at once. As others might write them where `isShuffled`:
  /// members in any order, with blanks, escapes and fields that nobody knows.
  init(count: Int, seed: UInt64 = 1, liveCalls: Int = 36, isShuffled: Bool = false) {
    var floor = BusyFloor(seed: seed, isShuffled: isShuffled)
    floor.open(calls: liveCalls)
    opening = (floor.events, floor.bytes.count)
    while floor.events < count { floor.happen() }
    self.count = floor.events
    stream = floor.bytes
  }

  /// The stream in pieces of the size in which a socket gives them.
  func chunks(of size: Int = 16_384) -> [ArraySlice<UInt8>] {
    chunks(of: size, from: 0)
  }

  /// The same of what happens once the floor is full.
  var busyChunks: [ArraySlice<UInt8>] { chunks(of: 16_384, from: opening.bytes) }

  private func chunks(of size: Int, from first: Int) -> [ArraySlice<UInt8>] {
    stride(from: first, to: stream.count, by: size).map { start in
      stream[start..<min(start + size, stream.count)]
    }
  }
}

/// What happens on a floor, event by event.
private struct BusyFloor {
  private(set) var bytes: [UInt8] = Array("retry: 3000\n\n".utf8)
  private(set) var events = 0
  private var generator: SplitMix64
  private let isShuffled: Bool
  private var milliseconds = 1_766_000_000_000
  private var calls: [String] = []
  private var surfaces: [(id: String, entity: String)] = []
  private var services: [String] = []
  private var operators: [String] = []

  private static let longestTravel = 300

  init(seed: UInt64, isShuffled: Bool) {
    generator = SplitMix64(seed: seed)
    self.isShuffled = isShuffled
    services = (0..<8).map { _ in uuid() }
    operators = (0..<60).map { _ in uuid() }
  }

  /// The operators come, and the calls begin.
  mutating func open(calls count: Int) {
    for id in operators {
      write("operator.registered", [("operator_id", quoted(id)), ("timestamp", "null")])
      write("operator.status_changed", [("operator_id", quoted(id)), ("status", quoted("online"))])
    }
    for _ in 0..<count { startCall() }
  }

  /// Something happens, as often as it does on a busy floor; an end brings a call with it.
  mutating func happen() {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<20: endCall()
    case 20..<25: escalate()
    case 25..<32: join()
    case 32..<38: leave()
    case 38..<42: changeStatus()
    case 42..<50: createSurface()
    case 50..<75: saveField()
    case 75..<80: submit()
    case 80..<88: completeTrigger()
    case 88..<94: deliverMail()
    default: completePipeline()
    }
  }

  private mutating func startCall() {
    let call = "CA" + hexadecimal(16)
    calls.append(call)
    write(
      "call.started",
      [
        ("call_sid", quoted(call)), ("direction", any(["inbound", "inbound", "outbound"])),
        ("service_id", any(services)), ("caller_id", quoted("+1415555\(number(1_000..<10_000))")),
      ])
  }

  private mutating func endCall() {
    guard !calls.isEmpty else { return startCall() }
    let index = number(0..<calls.count)
    calls.swapAt(index, calls.count - 1)
    let reasons = ["completed", "caller_hangup", "abandoned", "transferred", "timeout"]
    write(
      "call.ended",
      [
        ("call_sid", quoted(calls.removeLast())), ("direction", quoted("inbound")),
        ("duration_seconds", "\(number(5..<900)).\(number(1..<1_000))"),
        ("completion_reason", any(reasons)), ("escalated", number(0..<10) == 0 ? "true" : "false"),
      ])
    startCall()
  }

  private mutating func escalate() {
    write(
      "call.escalated",
      [
        ("call_sid", any(calls)), ("escalation_id", quoted(uuid())),
        ("trigger", any(["caller", "ai", "operator"])),
        (
          "reason", quoted("The caller asked twice for a person and sounds worried about a refill.")
        ),
      ])
  }

  private mutating func join() {
    write(
      "operator.joined_call",
      [
        ("call_sid", any(calls)), ("operator_id", any(operators)),
        ("mode", any(["listen", "takeover"])),
      ])
  }

  private mutating func leave() {
    write(
      "operator.left_call",
      [
        ("call_sid", any(calls)), ("operator_id", any(operators)),
        ("human_segment_turn_count", "\(number(0..<20))"),
      ])
  }

  private mutating func changeStatus() {
    write(
      "operator.status_changed",
      [("operator_id", any(operators)), ("status", any(["online", "busy", "offline"]))])
  }

  private mutating func createSurface() {
    let surface = (id: uuid(), entity: uuid())
    surfaces.append(surface)
    if surfaces.count > Self.longestTravel { surfaces.removeFirst() }
    write(
      "surface.created",
      [
        ("surface_id", quoted(surface.id)), ("entity_id", quoted(surface.entity)),
        ("channel", any(["sms", "email", "web"])), ("fields_count", "\(number(1..<9))"),
        ("source", quoted("voice")), ("form_template_id", quoted(uuid())),
        ("review_required", number(0..<10) < 3 ? "true" : "false"),
      ])
  }

  private mutating func saveField() {
    let fields = ["date_of_birth", "allergies", "medications", "insurance_id", "consent"]
    write("surface.field_saved", anySurface() + [("field_key", any(fields))])
  }

  private mutating func submit() {
    write(
      "surface.submitted",
      anySurface() + [
        ("submitted_at", quoted("2026-08-03T14:02:05Z")),
        ("fields_submitted", #"["date_of_birth","consent"]"#),
      ])
  }

  private mutating func completeTrigger() {
    write(
      "trigger.completed",
      [
        ("trigger_id", quoted(uuid())), ("trigger_name", quoted("Nightly no-show sweep")),
        ("status", quoted("completed")),
      ])
  }

  private mutating func deliverMail() {
    write(
      "channel.email_delivered",
      [
        ("email_id", quoted(uuid())), ("to_address", quoted("p\(number(0..<9_999))@example.org")),
        ("from_address", quoted("clinic@example.org")),
      ])
  }

  private mutating func completePipeline() {
    write(
      "pipeline.sync_completed",
      [
        ("data_source_id", quoted(uuid())), ("event_count", "\(number(0..<1_000))"),
        ("duration_ms", "\(number(0..<9_000))"),
      ])
  }

  private mutating func anySurface() -> [JSONMember] {
    if surfaces.isEmpty { createSurface() }
    let surface = surfaces[number(0..<surfaces.count)]
    return [("surface_id", quoted(surface.id)), ("entity_id", quoted(surface.entity))]
  }

  private mutating func any(_ choices: [String]) -> String {
    quoted(choices.randomElement(using: &generator) ?? "")
  }

  private mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func hexadecimal(_ bytes: Int) -> String {
    (0..<bytes).map { _ in
      let digits = String(number(0..<256), radix: 16)
      return digits.utf8.count == 2 ? digits : "0" + digits
    }.joined()
  }

  private mutating func uuid() -> String {
    [hexadecimal(4), hexadecimal(2), "4" + hexadecimal(2).dropFirst()]
      .joined(separator: "-") + "-a" + hexadecimal(2).dropFirst() + "-" + hexadecimal(6)
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private mutating func write(_ name: String, _ members: [JSONMember]) {
    events += 1
    milliseconds += 5
    let members = [("event_type", quoted(name))] + members
    let data = isShuffled ? shuffled(members) : plain(members)
    bytes += "id: \(milliseconds)\nevent: \(name)\ndata: \(data)\n\n".utf8
  }

  private func plain(_ members: [JSONMember]) -> String {
    "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private mutating func shuffled(_ members: [JSONMember]) -> String {
    let trace = #"{"span": "\#(hexadecimal(8))", "tags": ["a", 1, null, 2.5e3]}"#
    let members = (members + [("x_trace", trace)]).shuffled(using: &generator)
    let written = members.map { "\"\($0.name)\" : \(escaped($0.value))" }
    return "{ " + written.joined(separator: ", ") + " }"
  }

  /// A letter in twenty of a string as its number.
  private mutating func escaped(_ value: String) -> String {
    guard value.hasPrefix("\"") else { return value }
    return value.unicodeScalars.map { scalar in
      guard scalar.properties.isAlphabetic, number(0..<20) == 0 else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }.joined()
  }
}

/// A member of an object: its name, and its value as JSON.
private typealias JSONMember = (name: String, value: String)
