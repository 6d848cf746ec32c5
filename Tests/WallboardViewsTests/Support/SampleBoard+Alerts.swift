import OrderedCollections
@testable import WallboardBoard

/// Boards on which something is wrong.
extension SampleBoard {
  /// A busy afternoon with alerts that are new, acknowledged and over.
  static func alarming() throws -> SampleBoard {
    var board = try many()
    board.act(.frame(Frame(now: ago(30))))
    board.act(.intent(.acknowledge))
    try board.answer(14, by: 9, ago: 10)
    board.settle()
    board.act(.frame(Frame(now: ago(9))))
    return board
  }

  /// Judges at those moments by a rule of a person's own, critical after five seconds.
  mutating func add(rule name: String, _ condition: String, ago moments: Int64...) throws {
    state.settings.alerts.numberRules[name] = NumberRule(try Check(condition), .critical, for: 5)
    for ago in moments { act(.frame(Frame(now: Self.ago(ago)))) }
  }

  mutating func showDetail(ofAlert title: String) {
    guard let alert = state.board.alerts.ranked.first(where: { $0.title == title }) else { return }
    state.view.show(.detail(.alert(alert.number)))
  }

  /// One alert of every kind that can be at once.
  static func everyAlert() throws -> SampleBoard {
    var board = try open(silence: 3_600)
    board.nameServices()
    for index in 0..<14 {
      try board.call(100 + index, ago: Int64(3_500 - 30 * index))
      try board.end(100 + index, ago: Int64(3_490 - 30 * index))
    }
    try board.call(21, ago: 2_900)
    try board.escalate(21, ago: 151)
    try board.event(
      "operator.registered", #"{"operator_id":"OP1","name":"Dana Reed"}"#, ago: 2_800)
    try board.event(
      "operator.status_changed", #"{"operator_id":"OP1","status":"busy"}"#, ago: 2_700)
    try board.surface(48, ago: 2_600)
    try board.event("pipeline.error", #"{"data_source_id":"ehr-main","error":"401"}"#, ago: 200)
    for ago in [90, 60, 30] as [Int64] {
      try board.event(
        "trigger.failed",
        #"{"trigger_id":"tr-1","trigger_name":"Recall, monthly","status":"failed"}"#, ago: ago)
    }
    try board.event(
      "channel.email_bounced",
      #"{"email_id":"m","to_address":"mary@example.org","from_address":"a@b"}"#, ago: 20)
    board.settle()
    return board
  }
}
