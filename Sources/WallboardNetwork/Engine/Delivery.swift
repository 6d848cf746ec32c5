package import WallboardEvents

/// What the network's thread hands over.
package enum Delivery: Sendable {
  case heard(Heard)
  /// Events of the stream, not decoded yet.
  case stretch(StreamStretch)

  /// How many things it tells of.
  var count: Int {
    switch self {
    case .heard: 1
    case .stretch(let stretch): stretch.count
    }
  }

  /// Hands over what it tells of, in order.
  package func forEach<Failure: Error>(
    _ decoder: WorkspaceEventDecoder, _ take: (Heard) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .heard(let heard): try take(heard)
    case .stretch(let stretch):
      try stretch.decode(decoder) { outcome throws(Failure) in
        switch outcome {
        case .event(let event): try take(.received(event))
        case .malformed(let event): try take(.malformed(event))
        // The network's thread has kept those for itself.
        case .control: break
        }
      }
    }
  }
}
