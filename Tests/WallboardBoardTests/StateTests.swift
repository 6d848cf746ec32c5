import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct HoldTests {
  @Test func whatIsShownStaysWhileTheBoardGoesOn() {
    var scene = Scene(.started("A"))
    scene.frame(at: 2)
    let held = scene.board
    scene.intend(.toggleHold)
    scene.tell(.ended("A"), at: 3)
    scene.tell(.started("B"), at: 3)
    scene.frame(at: 4)
    #expect(scene.state.shown == held)
    #expect(scene.state.view.panels[.calls]?.rows == [.call("A")])
    #expect(scene.board.calls["A"] == nil)
    scene.intend(.toggleHold)
    scene.frame(at: 9)
    #expect(scene.state.shown == scene.board)
    #expect(scene.state.view.panels[.calls]?.rows == [.call("B")])
  }

  @Test func identifiersAreShownFor30Seconds() {
    var scene = Scene()
    scene.frame(at: 10)
    scene.intend(.showIdentifiers)
    scene.frame(at: 39)
    #expect(scene.state.view.identifiersShownUntil == second(40))
    scene.frame(at: 40)
    #expect(scene.state.view.identifiersShownUntil == nil)
  }

  @Test func identifiersAreHiddenOnRequestAndWhenTheClockIsSetBack() {
    var scene = Scene()
    scene.frame(at: 10)
    scene.intend(.showIdentifiers, .showIdentifiers)
    #expect(scene.state.view.identifiersShownUntil == nil)
    scene.intend(.showIdentifiers)
    scene.frame(at: 9)
    #expect(scene.state.view.identifiersShownUntil == nil)
  }
}

/// Nothing that holds a protected value tells it, unless a disclosure reaches it.
struct ProtectedTests {
  private static let secret = "+1 555 0199 Jane Doe"
  private let key = PseudonymKey(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)

  private static let holders: [any Sendable] = [
    Protected(PersonalIdentifier(secret)), Protected(BoundedString(secret)),
    Protected(JSONValue.object(["name": .string(BoundedString(secret))])),
    [Protected(BoundedString(secret))], ["key": Protected(BoundedString(secret))],
    Optional(Protected(BoundedString(secret))),
    WorkspaceEvent.started("A", caller: PersonalIdentifier(secret)),
    received, Input.received(received), call, [call.callSID: call], surface,
    MalformedEvent(
      id: nil, name: "x", receivedAt: second(0), reason: "why",
      data: Protected(BoundedString(secret))),
    UnknownEvent(name: "x", data: Protected(.string(BoundedString(secret)))),
    board, Effect.network(.retryNow),
  ]

  private static var received: ReceivedEvent {
    ReceivedEvent(
      id: "1", at: second(0), receivedAt: second(0), event: .rejected("S", BoundedString(secret)),
      extras: ["extra": Protected(.string(BoundedString(secret)))])
  }

  private static var call: Call {
    var call = Call(callSID: "A", origin: .event, firstSeenAt: second(0))
    call.callerID = Protected(PersonalIdentifier(secret))
    call.escalation = Escalation(escalationID: "E", status: .known(.requested))
    call.escalation?.reason = Protected(BoundedString(secret))
    return call
  }

  private static var surface: Surface {
    var surface = Surface(surfaceID: "S", stage: .rejected, since: second(0))
    surface.reason = Protected(BoundedString(secret))
    return surface
  }

  private static var board: Board {
    Scene(.started("A", caller: PersonalIdentifier(secret)), .rejected("S", BoundedString(secret)))
      .board
  }

  @Test(arguments: holders.indices)
  func nothingThatPrintsAValueTellsIt(index: Int) {
    let holder = Self.holders[index]
    var dumped = ""
    dump(holder, to: &dumped)
    let texts = [
      "\(holder)", String(describing: holder), String(reflecting: holder), dumped,
      Self.reflection(of: holder),
    ]
    for text in texts {
      // Types that are private print with an address, which may be any digits.
      let text = text.replacing(/\(unknown context at \$[0-9a-f]+\)/, with: "")
      #expect(!text.contains("555"))
      #expect(!text.contains("Jane"))
    }
  }

  /// Everything that mirrors can reach.
  private static func reflection(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { "\($0.label ?? ""): \(reflection(of: $0.value))" }
    return children.isEmpty ? "\(value)" : children.joined(separator: "\n")
  }

  private func encode(
    _ value: some Encodable, with disclosure: Disclosure? = nil
  ) throws -> String {
    try JSONLineEncoder(disclosure).line(value)
  }

  @Test func encodesAsAMaskThatHasAPseudonymWhenThereIsAKey() throws {
    let value = Protected(BoundedString(Self.secret))
    let desk = Privacy(mode: .desk, pseudonyms: key)
    let open = Privacy(mode: .open, pseudonyms: key)
    let pseudonym = value.pseudonym(desk.output)
    #expect(try encode(value) == #"{"masked":"▒▒▒▒"}"#)
    #expect(try encode(value, with: desk.output) == #"{"masked":"\#(pseudonym)"}"#)
    #expect(try encode(value, with: open.output) == #""\#(Self.secret)""#)
  }

  @Test func decodesThePlainValue() throws {
    let values = try [Protected<JSONValue>](json: #"["x", {"a": [1, null, true]}]"#.utf8.span)
    #expect(
      values == [
        Protected(.string("x")),
        Protected(.object(["a": .array([.number(1), .null, .bool(true)])])),
      ])
  }

  @Test(arguments: [
    (PrivacyMode.wall, false, false, false), (.wall, true, false, false),
    (.desk, false, false, false), (.desk, true, true, false),
    (.open, false, true, true), (.open, true, true, true),
  ])
  func theBoardRevealsWhatItsModeAllows(
    mode: PrivacyMode, isAsked: Bool, identifiers: Bool, words: Bool
  ) {
    let disclosure = Privacy(mode: mode, pseudonyms: key).board(identifiersShown: isAsked)
    #expect((Protected(PersonalIdentifier("a")).reveal(disclosure) != nil) == identifiers)
    #expect((Protected(BoundedString("a")).reveal(disclosure) != nil) == words)
    #expect((Protected(JSONValue.null).reveal(disclosure) != nil) == (identifiers && words))
  }

  @Test(arguments: [(PrivacyMode.wall, false), (.desk, false), (.open, true)])
  func outputIsMaskedUnlessOpen(mode: PrivacyMode, isShown: Bool) {
    let output = Privacy(mode: mode, pseudonyms: key).output
    #expect((Protected(PersonalIdentifier("a")).reveal(output) != nil) == isShown)
    #expect((Protected(BoundedString("a")).reveal(output) != nil) == isShown)
  }

  @Test func labelsStandInForWhatIsNotShown() {
    let wall = Privacy(mode: .wall, pseudonyms: key).output
    let open = Privacy(mode: .open, pseudonyms: key).output
    let caller = Protected(PersonalIdentifier("+1"))
    #expect(caller.label("caller", wall) == "caller \(caller.pseudonym(wall))")
    #expect(caller.label("caller", open) == "+1")
    #expect(Protected(BoundedString("hello")).words(wall) == "▒▒▒▒")
    #expect(Protected(BoundedString("hello")).words(open) == "hello")
  }
}
