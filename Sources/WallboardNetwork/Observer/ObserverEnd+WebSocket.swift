import WallboardEvents
import WallboardPlatform
import WallboardWire

extension ObserverEnd {
  /// What the end of a connection amounts to; what quotes the credential loses the quotation.
  init(_ end: WebSocketEnd, scrubbing credential: Credential, at now: Timestamp) {
    switch end {
    case .closed(let closure): self.init(closure, credential)
    case .refused(let refusal): self = .attempt(AttemptEnd(refusal, scrubbing: credential, at: now))
    case .handshake(let failure):
      self = .violation(Text(sentence: credential.scrubbing("\(failure)")))
    case .transport(let text): self = .attempt(.transport(text))
    }
  }

  private init(_ closure: WebSocketClosure, _ credential: Credential) {
    let reason = Text(sentence: credential.scrubbing(closure.reason))
    self =
      closure.isFailure ? .violation(reason) : .closed(Int(closure.code.rawValue), reason: reason)
  }
}

extension AttemptEnd {
  fileprivate init(
    _ refusal: WebSocketRefusal, scrubbing credential: Credential, at now: Timestamp
  ) {
    // Before anything is cut: half a token is still a secret.
    let delay = refusal.retryAfter.flatMap {
      RetryAfter.delay(from: $0, now: Int(now.seconds))
    }
    self.init(status: refusal.status, retryAfter: delay, body: credential.scrubbing(refusal.body))
  }
}

extension WebSocketRefusal {
  /// Whether it sends elsewhere.
  var isRedirect: Bool { HTTPStatus.isRedirect(status) && location != nil }
}
