/// A workspace that never rests, and never says the same key twice: whatever is remembered by its key
/// is pushed out by newer ones, as in weeks on a wall.
///
/// It begins with a crowd of strangers, so many that whatever is bounded is full. Then a call's story
/// has ten events, and so many calls are told side by side.
struct EndlessDay {
  static let eventsPerSecond = 200
  private static let eventsOfCall = 10
  private static let liveCalls = 36
  private static let usualSources = 12
  /// Events of the crowd.
  private let crowd: Int
  /// When the first event comes, in milliseconds since 1970.
  static let start: Int64 = 1_766_000_000_000

  /// Events that were written.
  private(set) var events = 0
  private var bytes: [UInt8] = []

  /// A day that begins with so many strangers; without any, few things fail in it again and again.
  init(crowd: Int = 60_000) {
    self.crowd = crowd
  }

  /// The next so many events, as the platform frames them.
  mutating func next(_ count: Int) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    for _ in 0..<count {
      write(event)
      events += 1
    }
    return bytes
  }

  private var event: (name: String, data: String) {
    let told = events - crowd
    guard told >= 0 else { return Story(number: events).stranger }
    let (round, step) = (told / Self.liveCalls / Self.eventsOfCall, told / Self.liveCalls)
    let number = round * Self.liveCalls + told % Self.liveCalls
    return Story(number: number, sources: crowd == 0 ? Self.usualSources : .max)
      .event(step % Self.eventsOfCall)
  }

  private mutating func write(_ event: (name: String, data: String)) {
    let milliseconds = Self.start + Int64(events * 1000 / Self.eventsPerSecond)
    // Events of the same millisecond have ids of their own, as the platform's do.
    let id = "\(milliseconds)-\(events % Self.eventsPerSecond)"
    bytes += "id: \(id)\nevent: \(event.name)\ndata: \(event.data)\n\n".utf8
  }
}

/// What happens around one call.
private struct Story {
  let number: Int
  /// How many things there are that fail; past them the same ones do again.
  var sources = Int.max

  private var source: Int { number / 10 % sources }

  private var call: String { #""call_sid":"CA\#(key)""# }
  private var surface: String { #""surface_id":"surface-\#(key)","entity_id":"entity-\#(key)""# }
  private var helper: String { #""operator_id":"operator-\#(number % 40)""# }

  /// A key as long as those of the platform.
  private var key: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 32 - digits.utf8.count)) + digits
  }

  func event(_ step: Int) -> (name: String, data: String) {
    switch step {
    case 0:
      (
        "call.started",
        #"{\#(call),"direction":"inbound","service_id":"service-\#(number % 12)","#
          + #""caller_id":"+1555\#(1_000_000 + number % 9_000_000)"}"#
      )
    case 1:
      (
        "call.escalated",
        #"{\#(call),"escalation_id":"escalation-\#(key)","trigger":"caller","#
          + #""reason":"The caller asks for a person about bill \#(number)"}"#
      )
    case 2: ("operator.joined_call", #"{\#(call),\#(helper),"mode":"takeover"}"#)
    case 3: ("surface.created", #"{\#(surface),"channel":"sms","fields_count":2}"#)
    case 4: ("surface.field_saved", #"{\#(surface),"field_key":"field-\#(number)"}"#)
    case 5: ("operator.left_call", #"{\#(call),\#(helper),"human_segment_turn_count":4}"#)
    case 6: aside
    case 7: ("surface.archived", #"{\#(surface)}"#)
    case 8:
      (
        "call.ended",
        #"{\#(call),"direction":"inbound","duration_seconds":184.5,"#
          + #""completion_reason":"completed","escalated":true}"#
      )
    default: ("operator.wrap_up", #"{\#(call),"wrap_up_reason":"Bill \#(number) was explained"}"#)
    }
  }

  /// Somebody or something of which nothing else is heard.
  var stranger: (name: String, data: String) {
    switch number % 6 {
    case 0, 1: ("surface.opened", #"{"surface_id":"left-\#(key)","entity_id":"e-\#(key)"}"#)
    case 2: ("operator.status_changed", #"{"operator_id":"guest-\#(key)","status":"online"}"#)
    case 3:
      (
        "text.started",
        #"{"session_id":"lost-\#(key)","service_id":"service-1","channel_kind":"sms"}"#
      )
    default:
      (
        "call.ended",
        #"{"call_sid":"CAbefore\#(key)","direction":"inbound","#
          + #""duration_seconds":184.5,"completion_reason":"completed","escalated":true}"#
      )
    }
  }

  /// What else the workspace tells, the strange and the broken among it.
  private var aside: (name: String, data: String) {
    switch number % 10 {
    case 0:
      (
        "text.started",
        #"{"session_id":"session-\#(number)","service_id":"service-1","channel_kind":"sms"}"#
      )
    case 1:
      (
        "text.completed",
        #"{"session_id":"session-\#(number - 1)","duration_seconds":60.5,"turn_count":6,"#
          + #""final_state":"done","channel_kind":"sms"}"#
      )
    case 2:
      (
        "trigger.failed",
        #"{"trigger_id":"trigger-\#(source)","trigger_name":"Reminder \#(source)","#
          + #""status":"no answer from server \#(number)"}"#
      )
    case 3:
      (
        "pipeline.error",
        #"{"data_source_id":"source-\#(source)","error":"Fault \#(number)"}"#
      )
    case 4: ("unheard.of_\(number)", #"{"key":"value \#(number)"}"#)
    case 5: ("call.started", #"{"call_sid":[\#(number)]}"#)
    case 6: ("surface.opened", #"{"surface_id":"left-\#(source)","entity_id":"e-\#(key)"}"#)
    case 7: ("operator.status_changed", #"{"operator_id":"guest-\#(source)","status":"online"}"#)
    case 8:
      (
        "channel.email_bounced",
        #"{"email_id":"email-\#(number)","to_address":"a\#(number)@example.org","#
          + #""from_address":"clinic@example.org","bounce_type":"kind-\#(number)"}"#
      )
    default: ("trigger.fired", #"{"trigger_id":"trigger-\#(number)","trigger_name":"Reminder"}"#)
    }
  }
}
