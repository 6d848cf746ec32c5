import Glibc
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardRecording
import WallboardWire

extension Bench {
  /// A day of a million events: how fast it is written, read and looked through, what that takes of
  /// memory, and how long it takes to go to any moment of it. But for the seeks the time is that of the
  /// processor: what else runs on the machine does not count.
  ///
  /// A `crowd` of strangers fills all that is bounded first: a board as large as there can be.
  static func measureRecording(crowd: Int) throws {
    let path = "/tmp/wallboard-bench-\(getpid()).ndjson"
    defer { unsafe unlink(path) }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "a file can be made in /tmp")
    defer { close(descriptor) }
    let day = RecordedDay(
      events: CommandLine.arguments.contains("short") ? 150_000 : 1_000_000, crowd: crowd)
    let clock = ContinuousClock()
    var bytes = 0
    let writing = try processorSeconds { bytes = try day.write(to: descriptor) }
    lseek(descriptor, 0, SEEK_SET)
    let before = ResidentMemory.bytes ?? 0
    var folded = 0
    let reading = try processorSeconds {
      var player = try RecordingPlayer(
        RecordingReader(descriptor: descriptor), settings: .benchmark, utcOffset: { _ in 0 })
      player.playToEnd()
      let counts = player.state.board.counts
      folded = counts.events + counts.malformed
    }
    precondition(folded == day.events)
    lseek(descriptor, 0, SEEK_SET)
    let reader = try RecordingReader(descriptor: descriptor)
    var player = RecordingPlayer(reader, settings: .benchmark, utcOffset: { _ in 0 })
    let first = clock.measure { player.seek(to: day.start.advanced(seconds: 60)) }
    let index = player.index
    let looking = processorSeconds { index.build(reader) }
    let resident = (ResidentMemory.bytes ?? 0) - before
    var random = SystemRandomNumberGenerator()
    let seeks = (0..<200).map { _ in
      let moment = day.start.advanced(
        milliseconds: .random(in: 0..<day.length, using: &random))
      return clock.measure { player.seek(to: moment) }.milliseconds
    }.sorted()
    print(
      #"{"bench":"recording","crowd":\#(crowd),"events":\#(day.events),"bytes":\#(bytes),"#
        + #""written_per_second":\#(Int(Double(day.events) / writing)),"#
        + #""replayed_per_second":\#(Int(Double(day.events) / reading)),"#
        + #""first_look_ms":\#(first.milliseconds),"index_seconds":\#(looking),"#
        + #""checkpoints":\#(index.checkpoints),"resident_growth_kb":\#(resident >> 10),"#
        + #""seek_ms":{"median":\#(seeks[100]),"p95":\#(seeks[190]),"max":\#(seeks[199])}}"#)
  }
}

/// Seconds of the processor that the body takes.
private func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  try body()
  return now() - start
}

/// A day whose events are evenly spread, as a masked recording.
private struct RecordedDay {
  let events: Int
  let crowd: Int
  let start = Timestamp(milliseconds: EndlessDay.start)
  /// Milliseconds.
  let length: Int64 = 86_400_000

  /// Writes it; answers how many bytes that were.
  func write(to descriptor: Int32) throws -> Int {
    let privacy = Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))
    let encoder = RecordingEncoder(privacy.output)
    let header = RecordingHeader(workspace: "bench", startedAt: start, privacy: .masked)
    var writer = OutputWriter(descriptor: descriptor)
    var bytes = 0
    func write(_ line: String) {
      bytes += line.utf8.count + 1
      writer.write(line: line)
    }
    write(try encoder.line(header))
    let opening = Input.connection(ConnectionChange(.open, at: start))
    if let line = RecordedLine(opening) { write(try encoder.line(line)) }
    let decoder = WorkspaceEventDecoder()
    var day = EndlessDay(crowd: crowd)
    var parser = ServerSentEventParser()
    var count = 0
    while count < events {
      var inputs: [Input] = []
      try parser.feed(day.next(1_000).span) { output in
        guard case .event(let block) = output, count < events else { return }
        let at = start.advanced(milliseconds: Int64(count) * length / Int64(events))
        switch decoder.decode(block, at: at) {
        case .event(let event): inputs.append(.received(event))
        case .malformed(let event): inputs.append(.malformed(event))
        case .control: break
        }
        count += 1
      }
      for line in inputs.compactMap({ RecordedLine($0) }) { write(try encoder.line(line)) }
    }
    writer.flush()
    return bytes
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }

  /// To a hundredth.
  fileprivate var milliseconds: Double { (seconds * 100_000).rounded() / 100 }
}
