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

extension FieldReader {
  /// The moment that stands there as an ISO 8601 date and time.
  mutating func moment(_ name: StaticString) -> Timestamp? {
    optional(name, Moment.self)?.time
  }

  /// The words that stand there; `nil` for none.
  mutating func text(_ name: StaticString) -> Text? {
    optional(name, Text.self).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The person's telephone number or the like that stands there; `nil` for an empty one.
  mutating func person(_ name: StaticString) -> Protected<PersonalIdentifier>? {
    optional(name, Protected<PersonalIdentifier>.self).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension FieldReader {
  /// The word that always stands there by the contract.
  mutating func word<Known: VocabularyWord>(_ name: StaticString) -> Open<Known>? {
    required(name, Word<Known>.self)?.open
  }

  /// The identifier that stands there; `nil` for an empty string, by which the platform says that there
  /// is none.
  mutating func identifier<Thing>(
    _ name: StaticString, _ type: Identifier<Thing>.Type = Identifier<Thing>.self
  ) -> Identifier<Thing>? {
    optional(name, Nameable<Thing>.self)?.identifier
  }
}

/// A word of a vocabulary, with at least one letter.
private struct Word<Known: VocabularyWord>: FieldReadable {
  let open: Open<Known>

  init(_ value: inout ValueReader) throws(FieldFault) {
    guard !value.isEmptyString else { throw FieldFault(.unreadable) }
    open = try Open(&value)
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
