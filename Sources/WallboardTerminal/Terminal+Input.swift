import Glibc
package import WallboardScreen
import WallboardSystem

extension Terminal {
  /// Bytes read in one go; the rest stays for the next.
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
    if !bytes.isEmpty {
      keys += decoder.decode(bytes, after: lastInput.map { now - $0 } ?? .zero)
      lastInput = now
      noteAnswers()
      inputDeadline = decoder.patience.map { now + $0 }
    } else if let inputDeadline, inputDeadline <= now {
      keys += decoder.giveUp()
      self.inputDeadline = nil
    }
    return accepted(keys, at: now)
  }

  /// The keys up to one that ends or stops programs: the terminal would have made a signal of it, for
  /// every process of the job, had it come as a control character.
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

  /// A mouse that was not asked for is none: whoever had the terminal before may have left it on.
  private func accepted(_ key: Key, at time: ContinuousClock.Instant) -> Key? {
    guard case .mouse = key else { return key }
    return modes.hasMouse ? doublePress.judge(key, at: time) : nil
  }

  /// Whether what only began was waited for long enough.
  private var isInputOverdue: Bool { inputDeadline.map { $0 <= .now } ?? false }

  /// How long to sleep at most: not past the moment at which a lone Escape is a key.
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
    return []
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

  // Rounded up: a wait that ends too early is a lap for nothing.
  private static func milliseconds(_ timeout: Duration?) -> Int32 {
    guard let timeout else { return -1 }
    let (seconds, attoseconds) = timeout.components
    let whole = seconds.multipliedReportingOverflow(by: 1_000)
    guard !whole.overflow else { return seconds < 0 ? 0 : .max }
    let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, whole.partialValue + part))
  }
}
