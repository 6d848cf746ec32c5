import Testing
@testable import WallboardBoard
import WallboardScreen
@testable import WallboardViews

struct NumberWordsTests {
  @Test(
    arguments: [
      (Metric.live, 36, "36"), (.longestWait, 504, "8:24"), (.longestWait, 3_725, "1:02:05"),
      (.silence, 90_000, "1d 01h"), (.replyP95, 820, "820 ms"), (.replyP95, 1_530, "1.5 s"),
      (.occupancy, 0.24, "24%"), (.occupancy, 0.048, "4.8%"), (.occupancy, 0.05, "5%"),
      (.occupancy, 1, "100%"), (.eventsPerSecond, 0.44, "0.4"), (.eventsPerSecond, 12.6, "13"),
      (.live, nil, "–"), (.live, 1e300, "?"),
    ] as [(Metric, Double?, String)])
  func valuesInWords(metric: Metric, value: Double?, expected: String) {
    #expect(metric.text(value) == expected)
  }

  @Test(
    arguments: [
      (Metric.longestWait, Target(goal: 60, critical: 180), #"longest_wait = ["1m", "3m"]"#),
      (.handleTime, Target(goal: 90), #"handle_time = "1m30s""#),
      (.escalationRate, Target(goal: 0.125, critical: 0.5), #"escalation_rate = ["12.5%", "50%"]"#),
      (.replyP95, Target(goal: 1_500, critical: 3_000), #"reply_p95 = ["1500ms", "3000ms"]"#),
      (.problems, Target(goal: 0), "problems = 0"),
    ] as [(Metric, Target, String)])
  func targetsAsTheyAreSet(metric: Metric, target: Target, expected: String) {
    #expect(target.setting(of: metric) == expected)
  }

  @Test func targetsInWords() {
    let wait = Target(goal: 60, critical: 180)
    #expect(wait.words(of: .longestWait) == "≤ 1:00")
    #expect(wait.sentence(of: .longestWait) == "at most 1:00; critical from 3:00 on")
    let done = Target(goal: 0.8, critical: 0.5)
    #expect(done.words(of: .surfaceCompletion) == "≥ 80%")
    #expect(done.sentence(of: .surfaceCompletion) == "at least 80%; critical down to 50%")
  }

  @Test("What the sign of how many wait goes by is said where the number is explained")
  func callersWaitingAreJudgedByTheLongestWait() throws {
    var board = try SampleBoard.many()
    board.state.view.show(.explanation(.waiting))
    let rows = Picture.draw(board, Size(width: 120, height: 40)).rows
    #expect(
      rows.contains { $0.contains("none of its own: judged by the longest wait, less than") },
      "\(rows)")
  }
}
