/// Messages that an observer must survive. They say nothing that would have to be shown.
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
