import Testing
import WallboardEvents

/// What of a call's story cannot be understood costs itself alone, and whatever comes is bounded.
@Suite struct StoryTests {
  private static let wrong = [
    "null", "true", "7", "-7", "1e300", #""""#, #""soon""#, "[]", "[[]]", "{}", #"{"a":{}}"#,
    #""cut \ud83d""#,
  ]

  @Test(arguments: StorySample.stories) func allThatIsRightIsRead(sample: StorySample) throws {
    let read = try Understood(CallStory.self, sample.whole)
    #expect(read.faults.isEmpty, "\(read.faults.sentences)")
    for field in sample.fields { #expect(read.has(field.name), "\(field.name)") }
  }

  @Test(arguments: StorySample.stories) func everyFieldCostsItself(sample: StorySample) throws {
    for field in sample.fields {
      let isRequired = sample.required.contains(field.name)
      let absent = try Understood(CallStory.self, sample.without(field.name))
      #expect(absent.faults.count == (isRequired ? 1 : 0), "\(field.name)")
      for value in Self.wrong {
        let read = try Understood(CallStory.self, sample.without(field.name, value))
        #expect(read.faults.count <= 2, "\(field.name): \(value)")
        for other in sample.fields where other.name != field.name {
          #expect(read.has(other.name), "\(field.name): \(value) costs \(other.name)")
        }
      }
      let null = try Understood(CallStory.self, sample.without(field.name, "null"))
      #expect(null.faults.count == (isRequired ? 1 : 0), "\(field.name)")
    }
  }

  @Test func everyFieldOfACallOfThePastCostsItself() throws {
    let sample = StorySample.pastCall
    let whole = try Understood(PastCall.self, sample.whole)
    #expect(whole.faults.isEmpty && sample.fields.allSatisfy { whole.has($0.name) })
    for field in sample.fields {
      #expect(try Understood(PastCall.self, sample.without(field.name)).faults.isEmpty)
      for value in Self.wrong {
        let read = try Understood(PastCall.self, sample.without(field.name, value))
        #expect(read.faults.count <= 1, "\(field.name): \(value)")
        for other in sample.fields where other.name != field.name {
          #expect(read.has(other.name), "\(field.name): \(value) costs \(other.name)")
        }
      }
    }
  }

  @Test func aCallThatNothingNamesIsNone() {
    for answer in ["{}", #"{"entity_id":"","call_sid":null}"#, "7", "[]", "null"] {
      #expect(throws: FieldFault.self) { try Understood(PastCall.self, answer) }
    }
  }

  @Test(arguments: StorySample.stories + [.pastCall])
  func nothingPrivateIsShownUnlessAllIs(sample: StorySample) throws {
    let isPast = sample.testDescription == StorySample.pastCall.testDescription
    for field in sample.fields {
      let answer = sample.answer([field] + (isPast ? [("entity_id", #""e""#)] : []))
      let read =
        isPast
        ? try Understood(PastCall.self, answer) : try Understood(CallStory.self, answer)
      #expect(!read.masked.contains(StorySample.secret), "\(field.name)")
      #expect(
        read.line.contains(StorySample.secret) == field.example.contains(StorySample.secret),
        "\(field.name)")
    }
    let all = try story(isPast ? "{}" : sample.whole).story
    #expect(!"\(all)".contains(StorySample.secret))
    var dumped = ""
    dump(all, to: &dumped)
    #expect(!dumped.contains(StorySample.secret))
  }

  /// Thoughts, transcripts that were made afterwards, and analyses hold what was said once more.
  @Test func whatIsNotNeededIsNotKept() throws {
    let answer = #"""
      {"verified_transcript":"SECRET","verified_words":[{"word":"SECRET"}],"call_analysis":{"a":"SECRET"},
       "conversation_summary":{"a":"SECRET"},"score_rationale":"SECRET","recording_path":"SECRET",
       "turns":[{"inner_thoughts":["SECRET"],"compound_emotions":[{"a":"SECRET"}]}],
       "safety":{"triage_history":[{"a":"SECRET"}],"concept_matches":[{"agent_reasoning":"SECRET"}]}}
      """#
    let read = try Understood(CallStory.self, answer)
    #expect(!read.line.contains("SECRET") && read.faults.isEmpty)
  }

  @Test(arguments: ["-1", "86400001", "1e300", "1e400", "-0.001"])
  func aTimeThatCannotBeIsAFault(number: String) throws {
    for name in [
      "user_speech_start_ms", "user_speech_end_ms", "agent_speech_start_ms", "agent_speech_end_ms",
      "engine_ms", "nav_ms", "render_ms", "audio_ttfb_ms", "tool_ms",
    ] {
      let (story, faults) = try story(#"{"turns":[{"\#(name)":\#(number)}]}"#)
      #expect(story.turns.first?.times == TurnTimes())
      #expect(faults.sentences.map(\.string) == ["turns[0].\(name): a value that does not fit"])
    }
    let (called, faults) = try story(
      #"{"turns":[{"tool_calls":[{"tool_name":"a","duration_ms":\#(number)}]}]}"#)
    #expect(called.turns.first?.tools.first?.durationMilliseconds == nil)
    #expect(faults.count == 1)
  }

  @Test func noTimeIsGuessed() throws {
    let times = { (members: String) in try story(#"{"turns":[{\#(members)}]}"#).story.turns[0].times
    }
    let known = try times(
      #""user_speech_start_ms":100,"user_speech_end_ms":900,"agent_speech_start_ms":2000,"#
        + #""agent_speech_end_ms":5000"#)
    #expect(known.callerSpeech == 800 && known.answer == 1_100 && known.agentSpeech == 3_000)
    #expect(try times(#""user_speech_end_ms":900,"engine_ms":5"#).answer == nil)
    // The AI had begun before the caller was done: it is no answer to that.
    let early = try times(#""user_speech_end_ms":900,"agent_speech_start_ms":800"#)
    #expect(early.answer == nil && early.callerEnd == 900)
  }

  @Test func whatIsNoTurnIsCountedAndTheOthersStay() throws {
    let (story, faults) = try story(
      #"{"turns":[{"state":"a"},7,null,"x",[],{"state":"b","tool_calls":[{"tool_name":"t"},3]}]}"#)
    #expect(story.turns.map(\.state) == ["a", "b"] && story.missingTurns == 4)
    #expect(story.turns[1].tools.map(\.name) == ["t"] && story.turns[1].missingParts == 1)
    #expect(faults.count == 5)
    #expect(faults.sentences.first == "turns[1]: expected an object, found a number")
  }

  @Test func turnsToolsAndTextsAreBounded() throws {
    let many = { (item: String, count: Int) in
      Array(repeating: item, count: count).joined(separator: ",")
    }
    let long = String(repeating: "x", count: 20_000)
    let tools = many(#"{"tool_name":"t"}"#, Limits.turnParts + 5)
    let turn = #"{"user_transcript":"\#(long)","tool_calls":[\#(tools)]}"#
    let turns = many("{}", Limits.storyTurns + 2)
    let (story, faults) = try story(#"{"turns":[\#(turn),\#(turns)]}"#)
    #expect(story.turns.count == Limits.storyTurns && story.missingTurns == 3)
    #expect(story.turns[0].tools.count == Limits.turnParts && story.turns[0].missingParts == 5)
    let words = try #require(story.turns[0].userTranscript?.reveal(disclosure(.open))?.string)
    #expect(words.unicodeScalars.count <= Limits.textLength && words.hasSuffix(")"))
    #expect(faults.isEmpty)
  }

  @Test func whatAToolWasCalledWithIsBounded() throws {
    let deep = String(repeating: "1,", count: 1_000_000) + "1"
    let (story, _) = try story(
      #"{"turns":[{"tool_calls":[{"tool_name":"t","input":{"a":[\#(deep)]}}]}]}"#)
    let input = try #require(story.turns[0].tools[0].input?.reveal(disclosure(.open)))
    guard case .string(let text) = input.json else { throw NoEvent() }
    #expect(text.string.hasPrefix(#"{"a":[1,1,"#) && text.string.hasSuffix(")"))
  }

  @Test func aDayOfTurnsAndSixteenMegabytesOfWordsAreRead() throws {
    let words = String(repeating: "word ", count: 330)
    let turn = #"{"user_transcript":"\#(words)","timestamp":"2026-08-03T10:00:00Z","engine_ms":5}"#
    let body =
      #"{"turns":["# + Array(repeating: turn, count: 9_500).joined(separator: ",") + "]}"
    #expect(body.utf8.count > 15 << 20 && body.utf8.count < 17 << 20)
    let (story, faults) = try story(body)
    #expect(story.turns.count == 9_500 && faults.isEmpty)
  }

  @Test(arguments: ["", "[]", "7", "null", "<html>", #"{"turns":"#])
  func whatIsNoStoryIsRefused(answer: String) {
    #expect(throws: FieldFault.self) { try story(answer) }
  }
}
