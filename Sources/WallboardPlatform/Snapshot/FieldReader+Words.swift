import WallboardEvents

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
