import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct ListPropertyTests {
  private static let pieces = [
    "state", "age", "op", "caller", ":", ">", "<", "=", "!=", "!", "-", "(", ")", "\"", ",", " ",
    " ",
    "and", "or", "not", "none", "any", "5m", "1h", "%", "💥", "é", "\u{0}", "\n", "999999999999",
    "…",
    "waiting", "a", "", "e\u{301}\u{301}", "٣", "．", "1.", ".", "-1",
  ]

  @Test func noTextIsTooStrangeForAFilter() {
    var random = SplitMix64(seed: 41)
    var state = WallboardState(.test)
    for input in RandomLog.inputs(500, seed: 42) { _ = reduce(into: &state, input) }
    let rows = Panel.allCases.map { Array(state.board.rows(of: $0).prefix(5)) }
    var usable = 0
    for number in 0..<10_000 {
      let count = Int.random(in: 0..<14, using: &random)
      let text = (0..<count)
        .map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
      let place = number % Panel.allCases.count
      let panel = Panel.allCases[place]
      let (filter, problem) = Filter.typed(text, for: panel)
      guard let filter else {
        #expect(problem?.isEmpty == false, "\(text)")
        continue
      }
      usable += 1
      let passing = state.board.rows(rows[place], of: panel, passing: filter, .masked)
      #expect(Set(rows[place]).isSuperset(of: passing))
      let isStrict = (try? Filter(text, for: panel)) != nil
      #expect(isStrict == (problem == nil), "\(text)")
    }
    #expect(usable > 2_000)
  }

  @Test func whatIsNotShownCannotBeFoundOut() throws {
    let number = "+15550142"
    var scene = Scene()
    scene.tell(.started("A", caller: PersonalIdentifier(number)), at: 1)
    scene.tell(.escalated("A"), at: 2)
    scene.tell(.started("B", caller: "+15550199"), at: 3)
    scene.tell(.created("S"), at: 4)
    scene.tell(.rejected("S", "blurred passport"), at: 5)
    scene.frame(at: 10)
    let board = scene.board
    let secrets = [number, "5550142", "550", "dizzy", "blurred", "passport"]
    let forms = [
      "%", "\"%\"", "caller:%", "caller=%", "why:%", "note:%", "what:%", "-%", "caller!=%",
    ]
    for panel in [Panel.calls, .surfaces, .activity] {
      let all = board.rows(of: panel)
      for secret in secrets {
        for form in forms {
          let text = form.split(separator: "%", omittingEmptySubsequences: false)
            .joined(separator: secret)
          guard let filter = try? Filter(text, for: panel) else { continue }
          let found = board.rows(all, of: panel, passing: filter, .masked).count
          let isInverse = form.hasPrefix("-") || form.contains("!")
          #expect(found == (isInverse ? all.count : 0), "\(panel): \(text)")
        }
      }
    }
    let shown = try Filter(number, for: .calls)
    #expect(board.rows(board.rows(of: .calls), of: .calls, passing: shown, .revealed).count == 1)
  }

  @Test func whatIsNotShownIsNotSortedBy() throws {
    var scene = Scene()
    for number in 0..<200 {
      let caller = PersonalIdentifier("+1555\(1_000 + number)")
      scene.tell(.started(CallSID(stringLiteral: "C\(number)"), caller: caller), at: 1)
    }
    scene.frame(at: 10)
    let all = scene.board.rows(of: .calls)
    let order = SortOrder(.caller)
    let masked = scene.board.rows(all, sortedBy: order, .masked)
    let labels = masked.map { scene.board.value(of: .caller, in: $0, .masked) }.map(
      FieldTextLabel.init)
    #expect(labels.map(\.text) == labels.map(\.text).sorted())
    #expect(masked != scene.board.rows(all, sortedBy: order, .revealed))
  }
}

/// The words of a value.
private struct FieldTextLabel {
  let text: String

  init(_ value: FieldValue) {
    if case .text(let text) = value { self.text = text } else { text = "" }
  }
}
