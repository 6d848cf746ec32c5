package import WallboardEvents
package import WallboardWire

/// Why an attempt ended: one to keep the stream open, or one to make a read.
package enum AttemptEnd: Error, Equatable {
  /// A status other than 200, with the wait of `Retry-After` and the body's message.
  case status(Int, retryAfter: Duration?, detail: BoundedString?)
  /// A 200 of the wrong media type; empty if there was none.
  case wrongContentType(BoundedString)
  /// A redirect that must not be followed, or one too many.
  case redirect(BoundedString)
  /// The stream ended properly, after it had been open for this long.
  case ended(after: Duration)
  /// Nothing came for this long.
  case silence(Duration)
  /// The request was sent, and for this long no answer began or no byte of the stream came.
  case unanswered(Duration)
  /// Resolving, connecting, TLS or the transfer failed.
  case transport(BoundedString)
  /// An `error` frame came.
  case fault(StreamFault)
  /// The answer is not what the platform sends: an event without an end, a page that is no page.
  case unreadable(BoundedString)
}

extension AttemptEnd {
  /// An answer with this status; its body is searched for a message.
  package init(status: Int, retryAfter: Duration?, body: [UInt8]) {
    self = .status(status, retryAfter: retryAfter, detail: ErrorBody.sentence(from: body))
  }
}

extension AttemptEnd {
  /// Whether the credential was refused.
  package var isRefusal: Bool {
    switch self {
    case .status(let status, _, _): status == 401 || status == 403
    case .wrongContentType, .redirect, .ended, .silence, .unanswered, .transport, .fault,
      .unreadable:
      false
    }
  }

  /// The same without the token in what the platform said.
  package func scrubbed(by credential: Credential) -> AttemptEnd {
    guard case .fault(var fault) = self else { return self }
    fault.message = fault.message.map(credential.scrubbing)
    if case .other(let word) = fault.code {
      fault.code = .other(BoundedString(credential.scrubbing(word.string)))
    }
    return .fault(fault)
  }
}

extension AttemptEnd {
  /// A stream that its parser has given up.
  package init(_ failure: ServerSentEventParser.Failure) {
    switch failure {
    case .endless(let patience):
      self = .unreadable(
        BoundedString(
          "An event of the stream has not ended after \(patience >> 20) MiB; "
            + "is the address right?"))
    }
  }
}

extension AttemptEnd {
  /// What happened, for a supervisor and not for an engineer. What the platform said itself follows
  /// a colon.
  package var sentence: BoundedString {
    switch self {
    case .status(let status, _, let detail):
      BoundedString(sentence: AttemptEnd.sentence(of: status) + (detail.map { ": \($0)" } ?? ""))
    case .wrongContentType(let type):
      BoundedString(
        sentence: "The platform sent \(type.isEmpty ? "something else" : type.string) "
          + "instead of the stream; is the address right?")
    case .redirect(let text), .transport(let text), .unreadable(let text):
      BoundedString(sentence: text.string)
    case .ended: "The platform closed the stream"
    case .silence(let time):
      BoundedString("Nothing received for \(time.components.seconds) s, not even a heartbeat")
    case .unanswered(let time):
      BoundedString(
        "The stream has not answered for \(time.components.seconds) s; \(ProxyAdvice.buffering)")
    case .fault(let fault): fault.sentence
    }
  }

  private static func sentence(of status: Int) -> String {
    switch status {
    case 204: "The platform asks not to connect again (204)"
    case 300...399: "The platform redirected without saying where (\(status))"
    case 401: "The platform does not accept the token (401); it may have expired or been revoked"
    case 403: "The token does not give access to this (403)"
    case 404: "The platform has nothing here (404); are the address and the workspace ID right?"
    case 408: "The platform waited too long for the request (408)"
    case 422: "The platform did not understand the request (422)"
    case 429: "The platform is getting too many requests (429)"
    case 400...499: "The platform refused the request (\(status))"
    case 500...599: "The platform has a problem of its own (\(status))"
    default: "The platform gave an unexpected answer (\(status))"
    }
  }
}

extension StreamFault {
  fileprivate var sentence: BoundedString {
    BoundedString(sentence: words + (message.map { ": \($0)" } ?? ""))
  }

  private var words: String {
    switch code {
    case .known(.tooManyStreams): "The workspace has as many streams open as it may have"
    case .known(.streamUnavailable): "The platform's stream is down"
    case .known(.streamError): "The platform's stream failed"
    case .other(let word): "The platform ended the stream (\(word))"
    case nil: "The platform ended the stream with an error"
    }
  }
}

/// The message in the body of a refusal (contract 6, "Error body").
package enum ErrorBody {
  /// The longest body that is read, in bytes.
  package static let longest = 65_536

  /// One line of at most ``BoundedString/sentenceLength`` characters; `nil` if the body has no message.
  ///
  /// A 422 quotes what was sent as `input`, which may be personal data: only places and messages
  /// are read.
  package static func sentence(from body: [UInt8]) -> BoundedString? {
    guard body.count <= longest,
      var fields = try? FieldReader(body.span, deepest: FieldReader.deepestAround),
      let detail = fields.optional("detail", Detail.self)?.sentence
    else { return nil }
    let text = BoundedString(sentence: detail)
    return text.isEmpty ? nil : text
  }
}

/// `detail`: a text, an object or the list of a 422.
private struct Detail: FieldReadable {
  let sentence: String?

  init(_ value: inout ValueReader) throws(FieldFault) {
    switch value.kind {
    case .array:
      let violations: [Violation] = try value.elements()
      sentence = violations.prefix(3).map(\.sentence).joined(separator: "; ")
    case .object: sentence = Self.message(try value.fields())
    case .string: sentence = try value.string()
    case .null, .boolean, .number: sentence = nil
    }
  }

  /// The contract does not say which key an object uses, so the usual ones are tried.
  private static func message(_ fields: consuming FieldReader) -> String? {
    let keys: [StaticString] = ["message", "msg", "detail", "reason", "error"]
    for key in keys {
      if let text = fields.optional(key, String.self) { return text }
    }
    return nil
  }
}

/// One entry of a 422.
private struct Violation: FieldReadable {
  let sentence: String

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let place = fields.optional("loc", [Step].self)?.map(\.name).joined(separator: ".") ?? ""
    let message = fields.optional("msg", String.self) ?? "not accepted"
    sentence = place.isEmpty ? message : "\(place): \(message)"
  }
}

/// A key or an index of the path in a 422.
private struct Step: FieldReadable {
  let name: String

  init(_ value: inout ValueReader) throws(FieldFault) {
    name = value.kind == .string ? try value.string() : String(try value.integer())
  }
}
