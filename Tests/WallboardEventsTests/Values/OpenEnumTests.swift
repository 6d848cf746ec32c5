import Testing
@testable import WallboardEvents

struct OpenTests {
  @Test(arguments: ["inbound", "test", "sideways", "", "Inbound"])
  func aWordComesBackAsItCame(word: String) throws {
    let open = OpenEnum<Direction>(word)
    #expect(open.word == word)
    let line = try JSONLineEncoder().line([open])
    #expect(line == "[\"\(word)\"]")
    #expect(try [OpenEnum<Direction>](json: line.utf8.span) == [open])
  }

  /// A number, or half a word, says no word: what is known stays.
  @Test(arguments: ["1", "true", "null", "{}", #""inbou\ud83d""#])
  func whatIsNoStringSaysNoWord(value: String) {
    #expect(throws: FieldFault.self) { try OpenEnum<Direction>(json: value.utf8.span) }
  }

  @Test func aKnownWordIsKnown() {
    let absent: OpenEnum<Direction>? = nil
    #expect(OpenEnum<Direction>("inbound") == .inbound)
    #expect(Optional(OpenEnum<Direction>("inbound")) == .inbound)
    #expect(OpenEnum<Direction>("sideways") == .other("sideways"))
    #expect(!(absent == .inbound))
  }

  /// What is found by its place must not be found at another's.
  @Test func eachWordHasItsPlace() {
    func places<Word: VocabularyWord>(of _: Word.Type) -> [Int] { Word.allCases.map(\.ordinal) }
    let all = [
      places(of: WorkspaceEvent.Kind.self), places(of: ObserverEvent.Kind.self),
      places(of: Direction.self), places(of: CompletionReason.self),
      places(of: EscalationTrigger.self), places(of: EscalationStatus.self),
      places(of: OperatorMode.self), places(of: OperatorStatus.self),
      places(of: VoicemailStatus.self), places(of: ReviewAction.self), places(of: RiskLevel.self),
      places(of: PriorityReason.self), places(of: StreamFault.Code.self),
      places(of: ParticipantRole.self), places(of: FillerType.self), places(of: EmotionTrend.self),
      places(of: EmpathyTier.self), places(of: ActorShutdownReason.self),
    ]
    for places in all { #expect(places == Array(places.indices) && !places.isEmpty) }
  }

  @Test func everyWordOfAVocabularyIsFound() {
    for word in CompletionReason.allCases {
      #expect(CompletionReason.words.word(word.rawValue.utf8.span) == word)
    }
    for kind in WorkspaceEvent.Kind.allCases {
      #expect(WorkspaceEvent.Kind.words.word(kind.rawValue.utf8.span) == kind)
    }
    for other in ["", "x", "complete", "completes", "COMPLETED", String(repeating: "x", count: 99)]
    {
      #expect(CompletionReason.words.word(other.utf8.span) == nil)
    }
  }
}
