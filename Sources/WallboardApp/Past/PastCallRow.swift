import WallboardBoard
import WallboardEvents

/// A call of the past as a line of a list.
struct PastCallRow {
  private let call: PastCall
  private let serviceName: BoundedString?

  init(_ call: PastCall, _ serviceName: BoundedString?) {
    self.call = call
    self.serviceName = serviceName
  }

  static let titles = [
    "began", "lasted", "direction", "service", "caller", "turns", "ended", "escalated", "quality",
    "call",
  ]

  func cells(_ disclosure: Disclosure) -> [String] {
    [
      call.startedAt?.dayAndClock ?? "", call.durationSeconds.map(\.stopwatch) ?? "",
      call.direction?.spoken ?? "", serviceName?.string ?? call.serviceID?.short ?? "",
      call.person?.label("caller", disclosure) ?? "", call.turns.map(String.init) ?? "",
      call.endWord ?? "", call.isEscalated ? "yes" : "", call.qualityScore.map(\.hundredths) ?? "",
      call.key ?? "",
    ]
  }

  /// The platform's names.
  static let csvTitles = [
    "call_sid", "entity_id", "started_at", "duration_seconds", "direction", "service_id",
    "service_name", "caller_id", "phone_number", "turns", "status", "completion_reason",
    "escalation_status", "quality_score", "final_state", "source",
  ]

  func csvCells(_ disclosure: Disclosure) -> [String] {
    [
      call.callSID?.rawValue, call.entityID?.rawValue, call.startedAt?.iso8601,
      call.durationSeconds.map { "\($0)" }, call.direction?.word, call.serviceID?.rawValue,
      serviceName?.string, call.callerID?.label("caller", disclosure),
      call.phoneNumber?.label("number", disclosure), call.turns.map(String.init),
      call.status?.word, call.completionReason?.word, call.escalationStatus?.word,
      call.qualityScore.map { "\($0)" }, call.finalState?.string, call.source?.string,
    ].map { $0 ?? "" }
  }
}

extension PastCallRow: Encodable {
  private enum CodingKeys: String, CodingKey {
    case serviceName = "service_name"
  }

  func encode(to encoder: any Encoder) throws {
    try call.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(serviceName, forKey: .serviceName)
  }
}

extension Timestamp {
  /// Local time, such as `2026-08-03 14:02:33`.
  var dayAndClock: String {
    let local = LocalTime(self, utcOffset: Clock.utcOffset(at: self))
    return local.date + " " + local.clock
  }
}

extension Double {
  /// So many seconds, as a stopwatch shows them. Numbers of the past's calls are bounded where they are read.
  var stopwatch: String { Int64(clamping: Int(exactly: rounded(.down)) ?? 0).stopwatch }

  /// So many milliseconds: `1,200 ms`.
  var inMilliseconds: String { (Int(exactly: rounded()) ?? 0).grouped + " ms" }
}
