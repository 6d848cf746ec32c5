import WallboardEvents
import WallboardPlatform
import WallboardWire

/// Collects an answer that is wanted whole.
struct AnswerBuffer {
  private let credential: Credential
  private var head = ResponseHead()
  private var body: [UInt8] = []
  private var isTooLarge = false

  /// An empty buffer; a refusal that quotes the credential loses the quotation.
  init(scrubbing credential: Credential) {
    self.credential = credential
  }

  mutating func begin(_ head: ResponseHead) {
    self.head = head
  }

  /// Keeps the bytes, unless the body has become longer than one of its kind can be.
  mutating func take(_ bytes: Span<UInt8>) -> TransferFlow {
    let limit = head.status == 200 ? PlatformResponse.longestBody : ErrorBody.longest
    guard bytes.count <= limit - body.count else {
      isTooLarge = true
      return .stop
    }
    body.append(copying: bytes)
    return .taken
  }

  /// The answer, once the exchange has ended now, with that failure or without one.
  func answer(
    _ failure: AttemptEnd?, at now: Timestamp
  ) -> Result<PlatformResponse, AttemptEnd> {
    // The status of a refusal says enough, even when its body is too long or cut off.
    let isRefusal = head.isComplete && head.status != 200
    if let failure, !isRefusal { return .failure(isTooLarge ? Self.tooLarge : failure) }
    return .success(
      PlatformResponse(
        status: head.status, retryAfter: head.retryAfter(now: now),
        body: isRefusal ? scrubbedBody : body, arrival: now))
  }

  /// What an answer that is not a 200 amounts to.
  func refusal(at now: Timestamp) -> AttemptEnd {
    AttemptEnd(status: head.status, retryAfter: head.retryAfter(now: now), body: scrubbedBody)
  }

  // Before anything is cut: half a token is still a secret.
  private var scrubbedBody: [UInt8] {
    credential.scrubbing(body)
  }

  private static let tooLarge = AttemptEnd.unreadable(
    BoundedString("The answer is longer than \(PlatformResponse.longestBody) bytes"))
}
