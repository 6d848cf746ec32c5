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
    _ decoder: WorkspaceEventDecoder, _ take: (consuming Heard) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .heard(let heard): try take(heard)
    case .stretch(let stretch):
      try stretch.decode(decoder) { (outcome: consuming StreamOutcome) throws(Failure) in
        if let heard = Heard(outcome) { try take(heard) }
      }
    }
  }
}

extension Heard {
  /// What the stream tells of the workspace; `nil` for what it says of itself.
  fileprivate init?(_ outcome: consuming StreamOutcome) {
    switch consume outcome {
    case .event(let event): self = .received(event)
    case .malformed(let event): self = .malformed(event)
    case .control: return nil
    }
  }
}
