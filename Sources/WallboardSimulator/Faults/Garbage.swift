/// Frames that a client must survive. They come in addition to the true events, carry the id of the
/// event before them, and name nothing that exists, so that the client can still know the truth.
enum Garbage {
  static func frame(number: Int, id: Int) -> [UInt8] {
    let head = "id: \(id)\n"
    switch number % 5 {
    case 0: return bytes(head + "event: call.started\ndata: {\"call_sid\": \"CA12\n\n")
    case 1: return bytes(head + "event: call.ended\ndata: {\"direction\": \"inbound\"}\n\n")
    case 2:
      return bytes(
        head + "event: call.teleported\ndata: {\"call_sid\": \"CA0\", \"to\": \"moon\"}\n\n")
    case 3:
      return bytes(head + "event: gossip.overheard\ndata: {\"text\": \"") + badUTF8
        + bytes("\"}\n\n")
    default: return bytes(head + "event: operator.status_changed\ndata: [\"online\"]\nnonsense\n\n")
    }
  }

  /// What is no reply to an action, in place of one.
  static func answer(number: Int) -> [UInt8] {
    switch number % 6 {
    case 0: bytes("{\"status\": \"deliv")
    case 1: bytes("{\"status\": 7, \"mode\": [], \"success\": \"perhaps\", \"action\": {}}")
    case 2: bytes("[]")
    case 3: bytes("{\"status\": \"") + badUTF8 + bytes("\"}")
    case 4: bytes("{\"status\": \"teleported\", \"mode\": \"whisper\", \"success\": false}")
    default: []
    }
  }

  /// An event of a call that does not exist, longer than a client has to accept.
  static func oversizedFrame(id: Int) -> [UInt8] {
    let notes = String(repeating: "blah ", count: 240_000)
    return bytes(
      "id: \(id)\nevent: call.started\ndata: {\"call_sid\": \"CA0\", \"notes\": \"\(notes)\"}\n\n")
  }

  /// An overlong slash, a lone continuation byte, a cut sequence.
  static let badUTF8: [UInt8] = [0xC0, 0xAF, 0x80, 0xE2, 0x82]

  private static func bytes(_ text: String) -> [UInt8] {
    Array(text.utf8)
  }
}

/// Messages that an observer must survive. They have nothing that would have to be shown.
enum ObserverGarbage {
  static func message(number: Int, knowing faults: FaultSwitchboard) -> String {
    let step = max(1, faults.amount(of: .observerGarbage) ?? 1)
    let messages = [
      "{\"type\": \"user_transcript\", \"transcript\": \"half a", "[\"type\", \"latency\"]", "",
      "{\"transcript\": \"no type\"}", "{\"type\": \"user_transcript\", \"state\": \"greeting\"}",
      "{\"type\": \"latency\", \"e2e_ttfb_ms\": \"fast\"}", "{\"type\": 7}", "null",
    ]
    return messages[number / step % messages.count]
  }

  static func unknown(number: Int) -> String {
    "{\"type\":\"sentiment_forecast\",\"horizon_s\":\(number),\"notes\":[{\"a\":null}]}"
  }
}
