import WallboardBoard

extension SampleBoard {
  /// An hour as the board saw it go by, with a frame every five seconds: calls come and end, more
  /// of them towards its end; some callers ask for a human, and not all are answered soon.
  static func hour() throws -> SampleBoard { try passed.get() }

  private static let passed = Result { try pass() }

  private static func pass() throws -> SampleBoard {
    var board = try open()
    board.nameServices()
    try board.register(count: 9)
    board.settle()
    for minute in 0..<60 { try board.pass(minute) }
    try board.hearReplies()
    return board
  }

  private mutating func pass(_ minute: Int) throws {
    let rest = Int64(60 * (59 - minute))
    for index in Self.calls(of: minute) { try call(index, ago: rest + 50 - Int64(index % 10)) }
    for index in Self.calls(of: minute - 6) { try end(index, ago: rest + 20) }
    if minute % 4 == 1, let index = Self.calls(of: minute).first {
      try escalate(index, ago: rest + 35)
      try joinLater(index, by: minute % 9, ago: rest + 35 - Int64(minute / 2))
    }
    if minute % 3 == 0 { try surface(minute + 1, ago: rest + 45) }
    if minute == 58 { try escalate(Self.calls(of: 57)[1], ago: rest + 40) }
    settle()
    for second in stride(from: Int64(55), through: 0, by: -5) {
      act(.frame(Frame(now: Self.ago(rest + second))))
    }
  }

  /// The calls that start in a minute.
  private static func calls(of minute: Int) -> [Int] {
    guard minute >= 0 else { return [] }
    return (0..<[2, 1, 3, 2, 4, 5][minute / 10]).map { 10 * minute + $0 }
  }

  private mutating func joinLater(_ call: Int, by person: Int, ago seconds: Int64) throws {
    let id = Self.operatorID(person)
    try event(
      "operator.joined_call",
      #"{"call_sid":"\#(Self.callSID(call))","operator_id":"\#(id)","mode":"takeover"}"#,
      ago: max(1, seconds))
  }

  /// A call was followed for a while: the agent's replies and its tools are known.
  private mutating func hearReplies() throws {
    // The first key after so long shows what happened, and nothing else.
    act(.intent(.back))
    act(.intent(.back))
    act(.intent(.follow(Self.call(590))))
    for number in 0..<24 {
      let milliseconds = 620 + 137 * (number % 7) + (number == 11 ? 1_900 : 0)
      try hear(
        "latency",
        #"""
        {"e2e_ttfb_ms":\#(milliseconds),"engine_ms":1,"nav_ms":1,"render_ms":1,
         "audio_ttfb_ms":1,"continuation":false}
        """#, of: 590, ago: Double(50 - 2 * number))
      try hear(
        "tool_call_completed",
        #"{"tool_name":"find","call_id":"t\#(number)","succeeded":\#(number % 6 != 0)}"#, of: 590,
        ago: Double(50 - 2 * number))
    }
    act(.intent(.back))
    act(.heard(at: Self.ago(2)))
  }
}
