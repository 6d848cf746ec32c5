package import WallboardEvents

/// The answer to a read, whole.
package struct PlatformResponse: Equatable, Sendable {
  /// Bytes of the largest body that is accepted: 20,000 live calls of 800 bytes.
  package static let longestBody = 16 << 20

  /// The HTTP status.
  package var status: Int
  /// What `Retry-After` asked for, where it did.
  package var retryAfter: Duration?
  /// The body, at most ``longestBody``; the caller sees to that.
  package var body: [UInt8]
  /// When the answer came.
  package var arrival: Timestamp

  /// An answer.
  package init(status: Int, retryAfter: Duration? = nil, body: [UInt8], arrival: Timestamp) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
    self.arrival = arrival
  }

  /// Why this answer ends a read; `nil` when it is a 200.
  var failure: AttemptEnd? {
    status == 200 ? nil : AttemptEnd(status: status, retryAfter: retryAfter, body: body)
  }
}

extension PlatformResponse {
  /// Reads the body; throws what is wrong with the answer of that name.
  func read<Body: FieldReadable>(_ name: String) throws(AttemptEnd) -> Body {
    var faults = FieldFaults()
    return try read(name, &faults)
  }

  /// The same; adds what of the body was not understood.
  func read<Body: FieldReadable>(
    _ name: String, _ faults: inout FieldFaults
  ) throws(AttemptEnd) -> Body {
    do throws(FieldFault) {
      return try Body(
        json: body.span, deepest: FieldReader.deepestAround, addingFaultsTo: &faults)
    } catch {
      throw .unreadable(Text(sentence: "\(name): \(error)"))
    }
  }
}
