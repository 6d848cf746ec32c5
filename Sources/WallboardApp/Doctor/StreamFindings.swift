import WallboardEvents
import WallboardNetwork
import WallboardPlatform

extension Finding {
  /// How long the stream may take to say something: it does so at once (contract 2.2).
  static let framePatience = Duration.seconds(15)
  static let heartbeatPatience = Duration.seconds(20)

  static func stream(_ stream: StreamSighting) -> Finding {
    if let end = stream.end {
      return .failed(
        .stream, end.sentence.string.asClause,
        cure: end.isRefusal ? "check whose token this is, and which workspace it is for" : nil,
        isRefusal: end.isRefusal)
    }
    guard let first = stream.firstFrame else {
      return .failed(
        .stream, "nothing of it came within \(framePatience.inWords)", cure: ProxyAdvice.buffering)
    }
    return .ok(.stream, "status \(stream.status ?? 0), first frame after \(first.inWords)")
  }

  static func heartbeat(_ stream: StreamSighting) -> Finding {
    if let heartbeat = stream.heartbeat {
      return .ok(.heartbeat, "the first after \(heartbeat.inWords)")
    }
    if let end = stream.end {
      return .failed(.heartbeat, "the stream ended before one: \(end.sentence.string.asClause)")
    }
    let silence = "none within \(heartbeatPatience.inWords)"
    return stream.events > 0
      ? .warning(.heartbeat, "\(silence), though events (\(stream.events)) came")
      : .warning(
        .heartbeat, "\(silence), and no event: the board would say that nothing is received",
        cure: ProxyAdvice.buffering)
  }

  /// `isAfterEvent`: it was asked to go on after an event.
  static func resume(_ stream: StreamSighting, isAfterEvent: Bool) -> Finding {
    if let end = stream.end { return .failed(.resume, end.sentence.string.asClause) }
    guard let first = stream.firstFrame else {
      return .failed(.resume, "nothing came within \(framePatience.inWords)")
    }
    let words = "opened again, first frame after \(first.inWords)"
    return .ok(
      .resume,
      isAfterEvent ? "\(words), after the last event" : "\(words); no event came to go on from")
  }
}
