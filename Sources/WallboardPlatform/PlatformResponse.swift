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

extension FieldReader {
  /// A date and time of ISO 8601.
  mutating func moment(_ name: StaticString) -> Timestamp? {
    optional(name, Moment.self)?.time
  }

  /// A text; `nil` for an empty one.
  mutating func text(_ name: StaticString) -> BoundedString? {
    optional(name, BoundedString.self).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A telephone number or the like of a person; `nil` for an empty one.
  mutating func person(_ name: StaticString) -> Protected<PersonalIdentifier>? {
    optional(name, Protected<PersonalIdentifier>.self).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension FieldReader {
  /// A word that the contract requires.
  mutating func word<Known: VocabularyWord>(_ name: StaticString) -> OpenEnum<Known>? {
    required(name, Word<Known>.self)?.open
  }

  /// An identifier; `nil` for an empty string, which the platform sends for none.
  mutating func identifier<Thing>(
    _ name: StaticString, _ type: Identifier<Thing>.Type = Identifier<Thing>.self
  ) -> Identifier<Thing>? {
    optional(name, Nameable<Thing>.self)?.identifier
  }
}

/// A word of a vocabulary; an empty string is a fault.
private struct Word<Known: VocabularyWord>: FieldReadable {
  let open: OpenEnum<Known>

  init(_ value: inout ValueReader) throws(FieldFault) {
    guard !value.isEmptyString else { throw FieldFault(.unreadable) }
    open = try OpenEnum(&value)
  }
}

/// An identifier, or an empty string for none.
struct Nameable<Thing>: FieldReadable {
  let identifier: Identifier<Thing>?

  init(_ value: inout ValueReader) throws(FieldFault) {
    identifier = value.isEmptyString ? nil : try Identifier(&value)
  }
}

/// A date and time of ISO 8601, or an empty string for none.
private struct Moment: FieldReadable {
  let time: Timestamp?

  init(_ value: inout ValueReader) throws(FieldFault) {
    let text = try value.string()
    time = Timestamp(iso8601: text)
    guard time != nil || text.isEmpty else { throw FieldFault(.unreadable) }
  }
}
