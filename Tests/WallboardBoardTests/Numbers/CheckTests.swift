import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct CheckTests {
  /// Three live calls, of which one has waited since second 10; the newest frame is of second 100.
  private func board() -> Board {
    var scene = Scene(.started("A"), .started("B"), .started("C"))
    scene.read(.calls([], isComplete: false), at: 3)
    scene.read(.escalations([], isComplete: false), at: 3)
    scene.tell(.escalated("A"), at: 10)
    scene.act(.connection(ConnectionChange(.open, at: second(0))))
    scene.act(.heard(at: second(98)))
    scene.act(.frame(Frame(now: second(100))))
    return scene.board
  }

  private func line(_ text: String, _ board: Board) throws -> String {
    let (word, findings): (String, [Check.Finding]) =
      switch try Check(text).verdict(on: board, staleAfter: 45) {
      case .holds(let findings): ("holds", findings)
      case .fails(let findings): ("fails", findings)
      case .unknown(let findings): ("unknown", findings)
      }
    let values = findings.map { finding in
      "\(finding.asked)=\(finding.value.map(finding.metric.unit.quantity) ?? "?")"
    }
    return ([word] + values).joined(separator: " ")
  }

  @Test(arguments: [
    ("live>0", "holds live>0=3"),
    ("live:3 LONGEST_WAIT<2m", "holds live:3=3 longest_wait<2m=1m30s"),
    ("longest_wait<90s", "fails longest_wait<1m30s=1m30s"),
    ("longest_wait<=90", "holds longest_wait<=1m30s=1m30s"),
    ("live>5 and waiting>5 and stale<3", "fails live>5=3 waiting>5=1"),
    ("live>5 or waiting==1 or stale<3", "holds waiting==1=1 stale<3s=2s"),
    ("live==1,2", "fails live==1,2=3"),
    ("not (live>5 or waiting>0)", "fails not waiting>0=1"),
    // What is not known decides nothing that is decided without it.
    ("answer_speed<1m", "unknown answer_speed<1m=?"),
    ("live>0 and not answer_speed<1m", "unknown not answer_speed<1m=?"),
    ("live>5 and answer_speed<1m", "fails live>5=3"),
    ("live>0 or answer_speed<1m", "holds live>0=3"),
    ("escalation_rate<50%", "holds escalation_rate<50%=33.33%"),
    ("reply_p95<2s", "unknown reply_p95<2000ms=?"),
  ])
  func saysWhatDecided(text: String, expected: String) throws {
    #expect(try line(text, board()) == expected)
  }

  @Test("A number may be called as the board shows it, too, and no name means two")
  func namesOfNumbers() throws {
    #expect(
      try Check("hung_up_waiting<5% Available>2 ai_answers_within_95<2s").metrics
        == [.abandonmentRate, .online, .replyP95])
    for metric in Metric.allCases {
      for name in metric.names {
        let meant = Metric.allCases.filter { $0.names.contains(name) }
        #expect(meant == [metric], "\(name)")
        #expect(Metric(named: name) == metric)
      }
    }
  }

  @Test func whatIsNotHeardOfIsNotKnown() throws {
    var silent = board()
    silent.now = second(300)
    #expect(try line("live>0", silent) == "unknown live>0=?")
    #expect(try line("live>0 and stale<1m", silent) == "fails stale<1m=3m22s")
    #expect(try line("live>0", Board()) == "unknown live>0=?")
  }

  @Test(arguments: [
    ("", "A check compares numbers with bounds, as in longest_wait<2m and live>0"),
    (
      "waiting",
      "A check compares numbers with bounds, as in longest_wait<2m and live>0, not “waiting”"
    ),
    (
      "waiting>3 && online<2",
      "A check compares numbers with bounds, as in longest_wait<2m and live>0, not “&&”"
    ),
    (
      "live ~ 3",
      "A check compares numbers with bounds, as in longest_wait<2m and live>0, not “live”"
    ),
    ("live=>3", "=> is not a comparison; use one of < <= > >= == !="),
    ("live ==> 3", "==> is not a comparison; use one of "),
    ("calls>3", "Unknown number: calls. The numbers are waiting, longest_wait"),
    (
      "hung_up<5%",
      "Unknown number: hung_up. Did you mean abandonment_rate (Hung up waiting) or "
        + "abandoned_today (Hung up today)?"
    ),
    (
      "longst_wait>2m", "Unknown number: longst_wait. Did you mean longest_wait (Longest wait)?"
    ),
    ("live<2m", "live is compared with a number, such as 5"),
    ("live<50%", "live is compared with a number, such as 5"),
    ("live:none", "live is compared with a number, such as 5"),
    ("longest_wait<50%", "longest_wait is compared with a time, such as 90s"),
    ("occupancy<2m", "occupancy is compared with a share, such as 25%"),
    ("live>", "Something has to follow live>"),
    ("(live>3", "A ( has no )"),
  ])
  func whatIsNoConditionIsExplained(text: String, beginning: String) {
    #expect {
      try Check(text)
    } throws: { error in
      "\(error)".hasPrefix(beginning)
    }
  }

  @Test(arguments: [
    (Metric.Unit.seconds, 0, "0s"), (.seconds, 59.6, "1m"), (.seconds, 3_725, "1h2m5s"),
    (.seconds, .infinity, "0"), (.share, 0.125, "12.5%"), (.milliseconds, 850, "850ms"),
    (.perSecond, 3.25, "3.25"), (.count, -1, "0"),
  ])
  func quantitiesAreTypedSo(unit: Metric.Unit, value: Double, expected: String) {
    #expect(unit.quantity(value) == expected)
  }
}
