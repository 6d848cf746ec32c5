package import WallboardEvents

extension AttemptEnd {
  /// What happened, for somebody who watches calls and not protocols. What the platform itself said
  /// comes after a colon.
  package var sentence: Text {
    switch self {
    case .status(let status, _, let detail):
      Text(sentence: AttemptEnd.sentence(of: status) + (detail.map { ": \($0)" } ?? ""))
    case .wrongContentType(let type):
      Text(
        sentence: "The platform sent \(type.isEmpty ? "something untyped" : type.string) "
          + "instead of the stream; is the address right?")
    case .redirect(let text), .transport(let text), .unreadable(let text):
      Text(sentence: text.string)
    case .ended: "The platform closed the stream"
    case .silence(let time):
      Text("Nothing was heard for \(time.components.seconds) s, not even a heartbeat")
    case .unanswered(let time):
      Text("The stream was not answered for \(time.components.seconds) s; \(ProxyAdvice.buffering)")
    case .fault(let fault): fault.sentence
    }
  }

  private static func sentence(of status: Int) -> String {
    switch status {
    case 204: "The platform asks not to connect again (204)"
    case 300...399: "The platform redirects without saying where (\(status))"
    case 401: "The platform does not accept the token (401); it may be expired or revoked"
    case 403: "The token may not read this (403)"
    case 404: "The platform does not have this (404); are address and workspace right?"
    case 408: "The platform waited too long for the request (408)"
    case 422: "The platform does not understand the request (422)"
    case 429: "The platform asks for fewer requests (429)"
    case 400...499: "The platform refuses the request (\(status))"
    case 500...599: "The platform has a problem of its own (\(status))"
    default: "The platform answered in an unexpected way (\(status))"
    }
  }
}

extension StreamFault {
  fileprivate var sentence: Text {
    Text(sentence: words + (message.map { ": \($0)" } ?? ""))
  }

  private var words: String {
    switch code {
    case .known(.tooManyStreams): "The workspace has as many streams as it may"
    case .known(.streamUnavailable): "The platform's stream is down"
    case .known(.streamError): "The platform's stream failed"
    case .other(let word): "The platform ended the stream (\(word))"
    case nil: "The platform ended the stream with an error"
    }
  }
}
