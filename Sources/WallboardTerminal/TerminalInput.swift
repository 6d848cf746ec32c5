import Glibc
package import WallboardScreen
import WallboardSystem

extension Terminal {
  /// Bytes read at once; the rest stays for the next time.
  private static let batch = 4_096

  /// Waits until a key is pressed, a signal comes, the terminal takes output again or goes away,
  /// `descriptor` can be read, or the time is up; nil waits for ever.
  package func waitForInput(
    timeout: Duration?, alsoWatching descriptor: Int32? = nil
  ) -> Readiness {
    var requests = pollRequests(alsoWatching: descriptor)
    let patience = hasSomethingToReport ? 0 : patience(timeout)
    // An interrupted poll leaves the results untouched: all zero.
    _ = unsafe poll(&requests, nfds_t(requests.count), patience)
    var readiness: Readiness = []
    for request in requests where request.revents != 0 {
      readiness.formUnion(notice(request))
    }
    readiness.formUnion(report())
    return readiness
  }

  /// The keys pressed since the last time.
  package func readKeys() -> [Key] {
    let now = ContinuousClock.now
    var keys = pendingKeys
    pendingKeys = []
    let bytes = device.read(atMost: Self.batch)
    hasMoreInput = bytes.count == Self.batch
    decoder.isBackgroundDue = isBackgroundDue
    if !bytes.isEmpty {
      keys += decoder.decode(bytes, after: lastInput.map { now - $0 } ?? .zero)
      lastInput = now
      if takeWidth() { repaint() }
      noteAnswers()
      inputDeadline = decoder.patience.map { now + $0 }
    } else if let inputDeadline, inputDeadline <= now {
      keys += decoder.giveUp()
      self.inputDeadline = decoder.patience.map { now + $0 }
    }
    return accepted(keys, at: now)
  }

  /// The keys up to one that ends or stops programs. The terminal would have made a signal of that one,
  /// for every process of the job, had it come as a control character.
  private func accepted(_ keys: [Key], at time: ContinuousClock.Instant) -> [Key] {
    var accepted: [Key] = []
    for key in keys {
      if let signal = device.signal(of: key) {
        kill(0, signal)
        break
      }
      self.accepted(key, at: time).map { accepted.append($0) }
    }
    return accepted
  }

  /// Mouse reports that were not asked for are ignored: whoever had the terminal before may have left
  /// them on.
  private func accepted(_ key: Key, at time: ContinuousClock.Instant) -> Key? {
    guard case .mouse = key else { return key }
    return modes.hasMouse ? doublePress.judge(key, at: time) : nil
  }

  /// Whether the rest of an unfinished sequence was waited for long enough.
  private var isInputOverdue: Bool { inputDeadline.map { $0 <= .now } ?? false }

  /// How long to wait at most: not past the moment at which a lone Escape is a key.
  private func patience(_ timeout: Duration?) -> Int32 {
    guard let inputDeadline else { return Self.milliseconds(timeout) }
    let left = inputDeadline - .now
    return Self.milliseconds(timeout.map { min($0, left) } ?? left)
  }

  private var hasSomethingToReport: Bool {
    hasMoreInput || isFrameWanted && !device.hasUnsentOutput || !pendingKeys.isEmpty
      || device.isGone
  }

  private func pollRequests(alsoWatching descriptor: Int32?) -> [pollfd] {
    let output = device.hasUnsentOutput ? POLLOUT : 0
    return [
      pollfd(fd: device.descriptor, events: Int16(POLLIN | output), revents: 0),
      pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is passed over.
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
  }

  private func notice(_ request: pollfd) -> Readiness {
    switch request.fd {
    case device.descriptor: noticeDevice(Int32(request.revents))
    case wakeUp.descriptor: noticeSignals()
    default: .wakeUp
    }
  }

  private func noticeDevice(_ events: Int32) -> Readiness {
    if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .hangUp }
    if events & POLLOUT != 0 { device.flush() }
    return events & POLLIN != 0 ? .input : []
  }

  private func noticeSignals() -> Readiness {
    wakeUp.clear()
    if SignalHandlers.takeSuspend() { suspend() }
    let isInBackground = SignalHandlers.takeBackground()
    if SignalHandlers.takeContinue() || isInBackground { resume() }
    if SignalHandlers.takeResize() { adoptSize() }
    return SignalHandlers.takeReport() ? .reportWanted : []
  }

  private func report() -> Readiness {
    var readiness: Readiness = []
    if hasMoreInput || !pendingKeys.isEmpty || isInputOverdue { readiness.insert(.input) }
    if terminationSignal != nil { readiness.insert(.termination) }
    if device.isGone { readiness.insert(.hangUp) }
    if isFrameWanted, !device.hasUnsentOutput {
      isFrameWanted = false
      readiness.insert(.frameWanted)
    }
    return readiness
  }

  // Rounded up: a wait that ends too early wakes the loop for nothing.
  private static func milliseconds(_ timeout: Duration?) -> Int32 {
    guard let timeout else { return -1 }
    let (seconds, attoseconds) = timeout.components
    let whole = seconds.multipliedReportingOverflow(by: 1_000)
    guard !whole.overflow else { return seconds < 0 ? 0 : .max }
    let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, whole.partialValue + part))
  }
}

extension Terminal {
  /// Primary device attributes, DA1 (ECMA-48 8.3.24). Every terminal's answer is a sequence that no
  /// key sends.
  private static let question = Array("\u{1B}[c".utf8)
  /// OSC 11 of xterm. One that does not know it passes it over, and so has answered with the other;
  /// but consoles of old kernels show it.
  private static let backgroundQuestion = Array("\u{1B}]11;?\u{1B}\\".utf8)
  /// How long what a multiplexer passes on may take longer than its own answer.
  private static let backgroundPatience: Duration = .seconds(2)
  /// How long an answer is waited for before the shell gets the terminal; longer where answers take
  /// longer.
  private static let farewellPatience: Duration = .seconds(1)
  private static let longestFarewellPatience: Duration = .seconds(3)

  /// Asks the terminal for an answer, which it gives once it has read all that was written before.
  /// The first time it is asked for its background, too.
  ///
  /// - Returns: `false` for a terminal that may not understand; it is not asked.
  package func ask() -> Bool {
    guard isAskable else { return false }
    if backgroundAskedAt == nil, colorDepth > .mono, !Self.terminalType.hasPrefix("linux") {
      device.send(Self.backgroundQuestion)
      backgroundAskedAt = .now
    }
    device.send(Self.question)
    askedAt = .now
    isAskedSinceWidth = true
    answersBefore = decoder.answers
    return true
  }

  /// Whether the answer to the last question is still to come.
  package var isAnswerDue: Bool { askedAt != nil }

  /// The terminal's background, once it has said so.
  package var background: RGB? { decoder.background }

  /// Whether it may still say what its background is. It answers in turn, but a multiplexer may have to
  /// ask the terminal behind it first.
  private var isBackgroundDue: Bool {
    guard let backgroundAskedAt, decoder.background == nil,
      backgroundAskedAt.duration(to: .now) < Self.backgroundPatience
    else { return false }
    return decoder.answers == 0 || Self.isMultiplexed
  }

  /// What draws a ``WidthSample`` on an empty screen; nothing where it has no room, or no answer would
  /// change anything.
  func widthQuestion() -> [UInt8] {
    guard isAskable, encoder.isMarking, size.width >= WidthSample.room.width,
      size.height >= WidthSample.room.height
    else { return [] }
    return WidthSample.question
  }

  /// Takes note that it was asked.
  func askedForWidth() {
    widthAskedAt = .now
    isAskedSinceWidth = false
    decoder.sampleEnd = nil
  }

  /// Takes the terminal at its word, once for a question, from what is drawn next on.
  ///
  /// - Returns: Whether it has changed its mind, so that what it shows does not stand where it should.
  private func takeWidth() -> Bool {
    guard widthAskedAt != nil, let end = decoder.sampleEnd else { return false }
    widthAskedAt = nil
    let isNarrow = WidthSample.isNarrow(endingAt: end)
    let wasNarrow = encoder.isAmbiguousNarrow
    encoder.isAmbiguousNarrow = isNarrow
    return wasNarrow && !isNarrow
  }

  /// How many bytes were written so far.
  package var bytesWritten: Int { device.bytesWritten }

  /// Takes note of an answer that was among what was typed.
  private func noteAnswers() {
    guard let askedAt, decoder.answers != answersBefore else { return }
    lastAnswer = askedAt.duration(to: .now)
    self.askedAt = nil
    // It answers in turn, so it will not say how wide anything was.
    if isAskedSinceWidth { widthAskedAt = nil }
  }

  /// Waits for an answer that is still to come, so that the shell does not read it as typed. If it
  /// does not come in time, what was typed until then is thrown away with it.
  func awaitAnswer() {
    let others = [isBackgroundDue ? backgroundAskedAt : nil, widthAskedAt]
    // A job in the background would be stopped for reading.
    guard let askedAt = askedAt ?? others.compactMap(\.self).max(), device.isForeground
    else { return }
    let patience = max(Self.farewellPatience, min(lastAnswer * 2, Self.longestFarewellPatience))
    // A terminal that has never answered gets a second from the question on.
    let deadline = (decoder.answers == 0 ? askedAt : .now) + patience
    while isAnyAnswerDue, !device.isGone, device.waitForInput(until: deadline) {
      _ = decoder.decode(device.read(atMost: Self.batch))
      _ = takeWidth()
      noteAnswers()
    }
    if isAnyAnswerDue { device.discardInput() }
  }

  private var isAnyAnswerDue: Bool { askedAt != nil || isBackgroundDue || widthAskedAt != nil }
}

/// What a wait for input came back with; empty when the time was up.
package struct Readiness: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Keys can be read.
  package static let input = Readiness(rawValue: 1 << 0)

  /// The other descriptor has something to read.
  package static let wakeUp = Readiness(rawValue: 1 << 1)

  /// The terminal wants to be drawn although nothing changed: it was resized, resumed, or takes
  /// output again after a frame had to be left out.
  package static let frameWanted = Readiness(rawValue: 1 << 2)

  /// A signal asks the program to end.
  package static let termination = Readiness(rawValue: 1 << 3)

  /// Somebody wants a report of what the program did, by SIGUSR1.
  package static let reportWanted = Readiness(rawValue: 1 << 5)

  /// The terminal is gone.
  package static let hangUp = Readiness(rawValue: 1 << 4)
}

/// What a terminal is asked to report beside keys: a paste as one (xterm's mode 2004), and the mouse
/// where a person wants it (1000, in the form of 1006).
struct InputModes {
  let hasMouse: Bool

  private let isUnderstood: Bool

  /// A terminal that does not understand ECMA-48's control sequences would show these.
  init(mouse: Bool, isUnderstood: Bool) {
    hasMouse = mouse && isUnderstood
    self.isUnderstood = isUnderstood
  }

  /// Switches them on; a second time changes nothing.
  var entering: [UInt8] {
    isUnderstood
      ? Array("\u{1B}[?2004h".utf8) + (hasMouse ? Array("\u{1B}[?1000h\u{1B}[?1006h".utf8) : [])
      : []
  }

  var leaving: [UInt8] {
    isUnderstood
      ? (hasMouse ? Array("\u{1B}[?1006l\u{1B}[?1000l".utf8) : []) + Array("\u{1B}[?2004l".utf8)
      : []
  }
}
