import Testing

@testable import WallboardSimulator

@Suite("What the agent is told")
struct GuidanceScriptTests {
  private static let words = "Offer the Tuesday appointment instead"

  /// Wherever the conversation is, in the middle of a line, of a tool or of an interruption.
  @Test("is its next response but one that it is giving, whole, and nothing else gets lost")
  func anywhere() throws {
    for count in 0..<260 {
      var (plain, guided) = (try conversation(), try conversation())
      for _ in 0..<count {
        _ = plain.next(at: .max)
        _ = guided.next(at: .max)
      }
      let wasBusy = guided.known.isAgentBusy
      var open = guided.known.openLine
      let turn = plain.written.count - plain.position
      let time = guided.written.prefix(guided.position).last?.time ?? 0
      #expect(guided.undergo(.guided(Self.words), at: time) == [])
      var heard: [Said] = []
      while !heard.contains(where: isResponse), heard.count < 500 {
        heard.append(contentsOf: next(of: &guided))
      }
      let place = try #require(heard.firstIndex(where: isResponse))
      let before = heard[..<place].count { $0.event.isWhole }
      #expect(before <= (wasBusy ? 1 : 0), "\(count)")
      // Its fragments stand together.
      let line = heard[..<place].reversed().prefix { $0.event.name == .agentTranscriptDelta }
      let fragments = line.reversed().map { $0.event.text("delta") }.joined()
      #expect(fragments.isEmpty || fragments == heard[place].event.text("transcript"))
      // Nor does it stand within another line, and nobody interrupts it.
      for said in heard {
        if said.event.name == .agentTranscriptDelta { open += said.event.text("delta") }
        guard said.event.name == .agentTranscript else { continue }
        #expect(open.isEmpty || open == said.event.text("transcript"), "\(count)")
        open = ""
      }
      let words = heard[place].event.text("transcript")
      #expect(!Vocabulary.afterInterjections.contains { words.hasPrefix($0) }, "\(count)")
      // What was written before follows.
      let rest = (0..<turn).compactMap { _ in plain.next(at: .max) }
      for _ in 0..<turn { heard += next(of: &guided) }
      let others = heard[..<(place - line.count)] + heard[(place + 1)...]
      let own = others.map(\.event).filter { rest.contains($0) }
      #expect(Array(own.prefix(rest.count)) == rest, "\(count)")
      #expect(heard.map(\.time) == heard.map(\.time).sorted(), "\(count)")
    }
  }

  @Test("is not forgotten where the script changes before it is said")
  func changes() throws {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    let cause = EscalationCause.all[0]
    for change in [Intervention.escalated(cause), .passedOver] {
      var conversation = Conversation(of: call, SimulatorOptions())
      for _ in 0..<120 { _ = conversation.next(at: .max) }
      _ = conversation.undergo(.guided(Self.words), at: 60_000)
      _ = conversation.undergo(change, at: 60_000)
      let heard = (0..<120).flatMap { _ in next(of: &conversation) }
      #expect(heard.count(where: isResponse) == 1)
    }
  }

  @Test("is told again as it was said, whether each event was counted or not")
  func again() throws {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    var uncounted = Course()
    for (number, time) in [5_000, 21_000, 22_000, 47_000].enumerated() {
      uncounted.add(.guided("\(number) " + Self.words), at: time)
    }
    var first = Conversation(of: call, SimulatorOptions())
    first.story = CallStory()
    first.follow(uncounted)
    first.skip(to: 200_000)
    var second = Conversation(of: call, SimulatorOptions())
    second.story = CallStory()
    second.follow(first.course)
    let lines = [first, second].map { $0.story?.turns.map { $0["agent_transcript"] } ?? [] }
    #expect(lines[0] == lines[1])
    let told = lines[0].filter { $0.text.hasSuffix(Self.words + "\"") }
    #expect(told.count == 4)
  }

  @Test("is cut to its beginning, in one line")
  func gist() {
    #expect(Conversation.gist(of: "Two\n\t lines ") == "Two lines")
    #expect(Conversation.gist(of: " \n") == "…")
    let long = Conversation.gist(of: "x" + String(repeating: "\u{300}", count: 5_000))
    #expect(long.unicodeScalars.count == 160)
  }

  private func conversation() throws -> Conversation {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    return Conversation(of: call, SimulatorOptions())
  }

  private func next(of conversation: inout Conversation) -> [Said] {
    let time = conversation.nextTime
    return conversation.next(at: .max).map { [Said(event: $0, time: time, since: nil)] } ?? []
  }

  private func isResponse(_ said: Said) -> Bool {
    said.event.isWhole && said.event.text("transcript").hasSuffix(Self.words)
  }
}

extension ObserverEvent {
  /// Whether the agent has said a response to its end.
  fileprivate var isWhole: Bool {
    name == .agentTranscript && data["interrupted"] == false && data["filler_type"] == .null
  }
}

private let start = 1_766_000_000_000
