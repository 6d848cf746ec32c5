import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct FilterTests {
  /// A waits for a human, B has one, C is new, D is an old one of another service.
  private static let scene = {
    var scene = Scene()
    scene.read(.services(["billing": "Facturation Été", "care": "Care"]), at: 0)
    scene.tell(.started("D", service: "care"), at: 0)
    scene.tell(.started("A", caller: "+15550100"), at: 300)
    scene.tell(.started("B"), at: 310)
    scene.tell(.escalated("A"), at: 500)
    scene.tell(.escalated("B", "E2"), at: 510)
    scene.tell(.joined("Kim", "B"), at: 520)
    scene.tell(.started("C", service: "care"), at: 599)
    scene.frame(at: 600)
    return scene
  }()

  private func passing(_ text: String, _ disclosure: Disclosure = .masked) throws -> String {
    let board = Self.scene.board
    let filter = try Filter(text, for: .calls)
    return board.rows(board.rows(of: .calls), of: .calls, passing: filter, disclosure)
      .map(\.key).sorted().joined()
  }

  @Test(arguments: [
    ("", "ABCD"), ("   ", "ABCD"), ("kim", "B"), ("KIM", "B"), ("ete", "AB"), ("Été", "AB"),
    ("facturation été", "AB"), ("\"facturation été\"", "AB"), ("\"été facturation\"", ""),
    ("-kim", "ACD"), ("!kim", "ACD"), ("not kim", "ACD"), ("care -new", "D"),
    ("state:waiting", "A"), ("state:escalated", "AB"), ("state:\"with operator\"", "B"),
    ("state:waiting,new", "AC"), ("STATE:Waiting", "A"), ("op:none", "ACD"), ("op:any", "B"),
    ("op:kim", "B"), ("op:\"none\"", ""), ("caller:any", "A"), ("wait:any", "A"),
    ("age>5m", "D"), ("age>=5m", "AD"), ("age>=300", "AD"), ("age<1m", "C"), ("age = 300s", "A"),
    ("age==5m", "A"), ("age != 5m", "BCD"), ("age > 4m and age < 1h30m", "ABD"),
    ("wait>1m30s", "A"), ("wait>1m40s", ""), ("wait<1h", "A"), ("wait!=5m", "ABCD"),
    ("waited>5s", "B"), ("waited>10s", ""), ("wait>5s or waited>5s", "AB"), ("waited:none", "ACD"),
    ("dir:inbound service:care", "CD"), ("dir:in", "ABCD"), ("dir=in", ""), ("dir=inbound", "ABCD"),
    ("state:new or state:waiting", "AC"), ("care or kim", "BCD"), ("care and new", "C"),
    ("(care or kim) -new", "BD"), ("not (care or kim)", "A"), ("not not kim", "B"),
    ("care or kim new", "CD"), ("-state:live,new", "AB"), ("id:a", "A"), ("call:…A", "A"),
    ("age>10:00", "error"), ("12:07", ""), ("name:kim", "B"), ("state>live", "ABC"),
  ])
  func callsPass(text: String, expected: String) throws {
    if expected == "error" {
      #expect(throws: FilterError.self) { try passing(text) }
    } else {
      #expect(try passing(text) == expected)
    }
  }

  @Test(arguments: [
    (
      "foo:bar", "Unknown field: foo. The fields of calls are state, time, wait, waited, direction,"
    ),
    ("state:", "Something has to follow state:"), ("age>", "Something has to follow age>"),
    ("a or", "“or” needs something on both sides"),
    ("and a", "“and” needs something on both sides"),
    ("(a", "A ( has no )"), ("a)", "A ) has no ("),
    ("\"a", "A quote is not closed"), ("-", "Something has to follow “-” or “not”"),
    ("age=>5m", "=> is not a comparison; use one of < <= > >= == !="),
    ("state>~x", ">~ is not a comparison; use one of < <= > >= == !="),
    (">5", "A field has to stand before >"), ("age>abc", "age takes a number or a time"),
    ("turns:many", "turns takes a number or a time"),
    (String(repeating: "(", count: 40), "A filter can nest at most 32 brackets"),
    (String(repeating: "-", count: 40) + "a", "A filter can nest at most 32 brackets"),
    (String(repeating: "a ", count: 201), "A filter can have at most 200 parts"),
    (String(repeating: "a", count: 1_001), "A filter can have at most 1000 characters"),
  ])
  func errorsTellWhatIsWrong(text: String, beginning: String) {
    let error = #expect(throws: FilterError.self) { try Filter(text, for: .calls) }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("state:", "ABCD"), ("-state:", "ABCD"), ("care state:", "CD"), ("care or", "CD"),
    ("not", "ABCD"), ("(care", "CD"), ("\"with op", "B"), ("age>", "ABCD"), ("()", "ABCD"),
  ])
  func whatIsNotCompleteAsksNothing(text: String, expected: String) throws {
    let (filter, problem) = Filter.typed(text, for: .calls)
    let board = Self.scene.board
    let rows = board.rows(
      board.rows(of: .calls), of: .calls, passing: try #require(filter), .masked)
    #expect(rows.map(\.key).sorted().joined() == expected)
    #expect(problem != nil || text == "()")
  }

  @Test func aFilterIsLaidOnThePanelsThatHaveItsFields() throws {
    #expect(try Panel.allCases.filter(Filter("state:waiting dir:inbound").fits) == [.calls])
    #expect(try Panel.allCases.filter(Filter("service:care").fits) == [.calls, .operators])
    #expect(try Panel.allCases.filter(Filter("kim").fits) == Panel.allCases)
    #expect(
      try Panel.allCases.filter(Filter("age>5m").fits)
        == [.calls, .operators, .surfaces, .activity, .alerts])
    #expect(throws: FilterError.self) { try Filter("dir:inbound stage:created") }
    #expect(throws: FilterError.self) { try Filter("nothing:known") }
  }

  @Test(
    arguments: [
      ("3", 3.0), ("-3.5", -3.5), ("90s", 90), ("5m", 300), ("1h30m", 5_400), ("1h30", nil),
      ("1H30M", 5_400),
      ("1.5h", 5_400), ("2d", 172_800), ("1d2h3m4s", 93_784), ("250ms", 0.25), ("85%", 0.85),
      ("5m5h", nil), ("m", nil), ("", nil), ("nan", nil), ("inf", nil), ("0x10", nil), ("1e3", nil),
      ("5 m", nil), ("--1", nil), ("1..2", nil), ("1m2m", nil), ("%", nil),
    ] as [(String, Double?)])
  func quantitiesAreRead(text: String, number: Double?) {
    #expect(FilterQuantity(text)?.number == number)
  }

  @Test(
    arguments: [
      ("st", "state:"), ("a", "age>"), ("(WAI", "(wait"), ("(wait", "(wait>"), ("waite", "waited>"),
      ("s", nil), ("service:ca", nil), ("x", nil), ("", nil), ("t", nil),
      ("name", "name:"), ("call", "call:"), ("ca", "call"), ("-dire", "-direction:"),
      ("ser", "service:"), ("é", nil),
    ] as [(String, String?)])
  func namesAreCompleted(text: String, expected: String?) {
    #expect(Filter.completed(text, for: .calls) == expected)
  }

  @Test func expressionsAreAskedOfAnythingWithNames() throws {
    let expression = try FilterExpression("waiting > 3 or reply_p95 >= 1.5s").named {
      (name, _) throws(FilterError) in
      guard let metric = Metric(rawValue: name) else { throw FilterError(name) }
      return metric
    }
    func passes(_ waiting: Double, _ reply: Double) -> Bool {
      expression.passes { $0 == .waiting ? .number(waiting) : .number(reply) }
    }
    #expect(!expression.hasWords)
    #expect(passes(4, 0))
    #expect(passes(3, 1_500))
    #expect(!passes(3, 1_499))
  }

  @Test(arguments: [
    ("ÀÉÎÕÜ", "aeiou"), ("Łódź", "lodz"), ("e\u{301}", "e"), ("in_progress", "in progress"),
    ("Ünïcödé ẞ 電話 Ё", "unicode ß 電話 ё"), ("", ""),
  ])
  func textIsFolded(text: String, folded: String) {
    #expect(String(decoding: FoldedText(text).bytes, as: UTF8.self) == folded)
  }

  /// What is typed is highlighted before it is a filter.
  @Test(arguments: [
    ("billing", ["billing"]), ("Caller:7F3A", ["7f3a"]), ("-billing", []), ("!billing", []),
    ("wait>2m risk:high", ["high"]), ("(a or \"b\") and not c", ["a", "b", "c"]), ("service:", []),
    ("", []),
  ])
  func theWordsThatARowShows(typed: String, words: [String]) {
    #expect(Filter.soughtWords(in: typed) == words)
  }
}
