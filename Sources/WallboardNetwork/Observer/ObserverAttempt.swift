import WallboardEvents
import WallboardPlatform
import WallboardWire

/// One attempt to follow a call: from the handshake to whatever ends it.
final class ObserverAttempt {
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private weak var owner: (any ObserverAttemptOwner)?
  private var request: PlatformRequest
  private var redirects = 0
  private var socket: WebSocketConnection?
  private let reader: ObserverReader
  private var openedAt: ContinuousClock.Instant?
  private var pingedAt: ContinuousClock.Instant?
  /// Why this attempt itself ended the connection.
  private var ownEnd: ObserverEnd?

  /// An attempt to follow that call.
  init(
    to callSID: CallSID, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput, owner: any ObserverAttemptOwner
  ) {
    reader = ObserverReader(callSID: callSID)
    request = configuration.endpoints.observer(of: callSID)
    self.configuration = configuration
    self.client = client
    self.output = output
    self.owner = owner
  }

  /// Connects.
  func start() {
    do {
      let opening = try WebSocketOpening(observing: request, configuration)
      let socket = WebSocketConnection(opening, client: client, handler: self)
      self.socket = socket
      try socket.start()
    } catch let problem as UnsendableToken {
      end(.unsendableToken(problem))
    } catch {
      end(.attempt(.transport(Text(sentence: "\(error)"))))
    }
  }

  /// Whether the connection has ended.
  var isOver: Bool { socket?.isOver ?? true }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    [socket?.deadline, pingDeadline, silenceDeadline].compactMap { $0 }.min()
  }

  /// Asks whether anybody is there, and gives up when nobody has been for too long.
  func tick(_ now: ContinuousClock.Instant) {
    socket?.tick(now)
    if let pingDeadline, pingDeadline <= now {
      pingedAt = now
      socket?.ping()
    }
    if let silenceDeadline, silenceDeadline <= now {
      socket?.cancel()
      end(.attempt(.silence(configuration.observerSilenceLimit)))
    }
  }

  /// Ends the attempt politely; nobody hears of it any more.
  func leave() {
    owner = nil
    if openedAt == nil { socket?.cancel() } else { socket?.close(.normal) }
  }

  /// Ends the attempt where it is; nobody hears of it any more.
  func cancel() {
    owner = nil
    socket?.cancel()
  }

  /// When the silence will have lasted too long; `nil` while it is ours, or there can be none.
  private var silenceDeadline: ContinuousClock.Instant? {
    guard openedAt != nil, let socket, !socket.isOver, !socket.isHeldBack else { return nil }
    return socket.heardAt + configuration.observerSilenceLimit
  }

  /// When a silence is half over: a quiet call has somebody behind it who answers.
  private var pingDeadline: ContinuousClock.Instant? {
    guard let silenceDeadline else { return nil }
    let due = silenceDeadline - configuration.observerSilenceLimit / 2
    // One ping is enough for a silence: an older one was for an older silence.
    if let pingedAt, pingedAt >= due { return nil }
    return due
  }

  private func end(_ end: ObserverEnd) {
    let lifetime = openedAt.map { $0.duration(to: .now) }
    owner?.attemptEnded(ownEnd ?? end, openFor: lifetime)
  }
}

extension ObserverAttempt: WebSocketHandler {
  func webSocketHasRoom() -> Bool {
    // What comes after a farewell is read and dropped.
    owner == nil || output.claimRoom()
  }

  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?) {
    openedAt = .now
    owner?.attemptOpened()
  }

  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection) {
    guard let owner, let action = reader.read(event, at: client.clock.now) else { return }
    output.post(action)
    guard case .observed(let received) = action else { return }
    owner.attemptBroughtEvent()
    if case .sessionEnd = received.event {
      ownEnd = .sessionEnded
      connection.close(.normal)
    }
  }

  func webSocketEnded(_ end: WebSocketEnd) {
    if case .refused(let refusal) = end, refusal.isRedirect {
      follow(refusal)
    } else {
      self.end(
        ObserverEnd(end, scrubbing: configuration.transfers.credential, at: client.clock.now))
    }
  }

  private func follow(_ refusal: WebSocketRefusal) {
    guard redirects < PlatformRequest.mostRedirects else {
      return end(.attempt(.redirect("The platform redirects again and again")))
    }
    redirects += 1
    do throws(RedirectRefusal) {
      request = try request.redirected(to: refusal.location ?? "")
      start()
    } catch {
      let words = configuration.transfers.credential.scrubbing("\(error)")
      end(.attempt(.redirect(Text(words))))
    }
  }
}
