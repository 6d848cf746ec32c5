package import WallboardEvents

/// The complete answer to a read.
package struct PlatformResponse: Equatable, Sendable {
  /// The longest body that is accepted, in bytes: 20,000 live calls of 800 bytes.
  package static let longestBody = 16 << 20

  package var status: Int
  /// The wait that `Retry-After` asks for.
  package var retryAfter: Duration?
  /// At most ``longestBody``; the caller ensures it.
  package var body: [UInt8]
  package var arrival: Timestamp

  package init(status: Int, retryAfter: Duration? = nil, body: [UInt8], arrival: Timestamp) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
    self.arrival = arrival
  }

  /// Why this answer ends the read; `nil` for a 200.
  package var failure: AttemptEnd? {
    status == 200 ? nil : AttemptEnd(status: status, retryAfter: retryAfter, body: body)
  }
}

extension PlatformResponse {
  /// Reads the body; `name` is what errors call the answer.
  func read<Body: FieldReadable>(_ name: String) throws(AttemptEnd) -> Body {
    var faults = FieldFaults()
    return try read(name, &faults)
  }

  /// The same; `faults` gets the parts of the body that were not understood.
  func read<Body: FieldReadable>(
    _ name: String, _ faults: inout FieldFaults
  ) throws(AttemptEnd) -> Body {
    do throws(FieldFault) {
      return try Body(
        json: body.span, deepest: FieldReader.deepestAround, addingFaultsTo: &faults)
    } catch {
      throw .unreadable(BoundedString(sentence: "\(name): \(error)"))
    }
  }
}
