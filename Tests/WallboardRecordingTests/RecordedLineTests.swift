import EventFixtures
import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// What is written is what is read: all of it in an open recording, and in a masked one all that is
/// not protected.
@Suite("A line of a recording") struct RoundTripTests {
  @Test("tells of every event of the stream", arguments: EventFixture.all)
  func events(fixture: EventFixture) throws {
    for (payload, id) in payloads(fixture).flatMap({ [($0, "1766000000400"), ($0, nil)] }) {
      let input = try #require(Samples.event(fixture.name, payload, id: id))
      for isDuplicate in [false, true] {
        let line = try #require(RecordedLine(input, isDuplicate: isDuplicate))
        try expectRoundTrip(line)
        let isKnown =
          if case .input(.received(let event)) = line.content {
            event.fingerprint == .max
          } else { false }
        #expect(isKnown == isDuplicate)
      }
    }
  }

  @Test(
    "tells of every event of a followed call",
    arguments: EventFixture.observer + EventFixture.olderObserver)
  func messages(fixture: EventFixture) throws {
    for fields in [fixture.fields, fixture.required] {
      let line = RecordedLine(Samples.message(fixture.message(fields, Self.extras)))
      try expectRoundTrip(#require(line))
    }
  }

  @Test("tells of what the contract does not have, and of what was not understood")
  func oddities() throws {
    for input in Samples.oddities { try expectRoundTrip(#require(RecordedLine(input))) }
    #expect(Samples.oddities.count == 13)
  }

  @Test("tells of an event that was too large: the same counts, also when it had come before")
  func leftOut() throws {
    let event = MalformedEvent(
      id: "1766000000400", name: "call.started", receivedAt: Samples.start, leftOut: 1_200_000)
    for privacy in [RecordingHeader.Privacy.open, .masked] {
      var state = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
      for isDuplicate in [false, true] {
        let line = try #require(RecordedLine(.malformed(event), isDuplicate: isDuplicate))
        let encoder = RecordingEncoder(Samples.privacy(.desk).output)
        let read = try #require(Samples.line(encoder.line(line), privacy))
        #expect(read == line)
        guard case .input(let input) = read.content else { continue }
        _ = reduce(into: &state, input)
      }
      let counts = state.board.counts
      #expect([counts.tooLarge, counts.malformed, counts.duplicates] == [1, 0, 1])
    }
  }

  @Test("tells of connections, reads, what is followed, and marks")
  func others() throws {
    for line in Samples.others { try expectRoundTrip(line) }
    let single = 6
    let phases = Samples.phases.count + Samples.observerPhases.count
    #expect(Samples.others.count == single + phases + 2 * Samples.parts.count)
  }

  @Test("tells of what is over: a story, none, a page of calls, a failure")
  func past() throws {
    for answer in Samples.past {
      try expectRoundTrip(#require(RecordedLine(.past(answer, at: Samples.start))))
    }
    #expect(Samples.past.count == 7)
  }

  @Test("of a masked recording has no word and no number of a story")
  func maskedStory() throws {
    for answer in Samples.past {
      let line = try #require(RecordedLine(.past(answer, at: Samples.start)))
      let masked = try RecordingEncoder(Samples.privacy(.desk).output).line(line)
      let open = try RecordingEncoder(Samples.privacy(.open).output).line(line)
      #expect(!masked.contains("SECRET"), "\(masked)")
      if case .failed = answer { continue }
      if case .noStory = answer { continue }
      #expect(open.contains("SECRET"))
    }
  }

  @Test("tells of a note, whose words are in an open recording alone")
  func handOver() throws {
    for subject in [
      NoteSubject(Samples.start), NoteSubject(Samples.start, Samples.call, alert: "x"),
    ] {
      let note = Note(at: Samples.start, subject, Protected("SECRET words"))
      let line = try #require(RecordedLine(.note(note)))
      try expectRoundTrip(line)
      let texts = try [PrivacyMode.desk, .open].map {
        try RecordingEncoder(Samples.privacy($0).output).line(line)
      }
      #expect(texts.map { $0.contains("SECRET") } == [false, true])
    }
  }

  @Test("tells what of a read was not understood, and whether it told of all")
  func notes() throws {
    let few = FieldFaults(["items[0].status: expected a string, found a number"])
    let many = FieldFaults(["a: missing"], count: 40)
    for faults in [FieldFaults(), few, many] {
      for isComplete in [true, false] {
        // Of a complete read that is not said: it does.
        for tellsAll in isComplete ? [false] : [true, false] {
          let notes = ReadNotes(faults: faults, tellsAll: tellsAll)
          let read = Input.read(
            .escalations([], isComplete: isComplete), notes, at: Samples.start)
          try expectRoundTrip(#require(RecordedLine(read)))
        }
      }
    }
  }

  @Test("that begins a recording does not claim to know what a read did not tell")
  func incompleteSummary() throws {
    var state = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
    _ = reduce(into: &state, .read(.escalations([], isComplete: false), at: Samples.start))
    _ = reduce(into: &state, .read(.calls([], isComplete: true), at: Samples.start))
    var replayed = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
    for line in RecordedLine.summary(of: state.board, at: Samples.start) {
      guard case .input(let input) = line.content else { continue }
      _ = reduce(into: &replayed, input)
    }
    #expect(replayed.board.value(of: .waiting) == nil)
    #expect(replayed.board.value(of: .live) == 0)
  }

  @Test("is not made of what comes from within")
  func within() {
    let inner: [Input] = [
      .intent(.quit), .notice("a"), .restored(Board()), .frame(Frame(now: Samples.start)),
      .passed(to: Samples.start, utcOffset: 0),
      .playback(Playback(start: Samples.start, end: Samples.start)),
    ]
    for input in inner { #expect(RecordedLine(input) == nil) }
  }

  private static let extras = [("colour", #"["SECRET",1]"#), ("mood", "null"), ("note", "\"\"")]

  private func payloads(_ fixture: EventFixture) -> [String] {
    [
      fixture.payload, EventFixture.json(fixture.required),
      EventFixture.json(fixture.fields, Self.extras),
    ]
  }

  private func expectRoundTrip(_ line: RecordedLine) throws {
    let open = try RecordingEncoder(Samples.privacy(.open).output).line(line)
    #expect(Samples.line(open, .open) == line, "\(open)")
    #expect(!open.contains("\n"))
    let masked = try RecordingEncoder(Samples.privacy(.desk).output).line(line)
    #expect(!masked.contains(EventFixture.Field.secret), "\(masked)")
    let read = try #require(Samples.line(masked, .masked), "\(masked)")
    // Whoever reads it has another key, and may see all.
    for privacy in [Samples.privacy(.desk), Samples.privacy(.open, PseudonymKey(7, 8))] {
      #expect(try RecordingEncoder(privacy.output).line(read) == masked)
    }
  }
}
