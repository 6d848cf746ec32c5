import WallboardWire

/// Fields as the platform's REST interface has them.
extension FieldReader {
  /// A date and time of ISO 8601.
  package mutating func moment(_ name: StaticString) -> Timestamp? {
    optional(name, Moment.self)?.time
  }

  /// A text; `nil` for an empty one.
  package mutating func text(_ name: StaticString) -> BoundedString? {
    optional(name, BoundedString.self).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A telephone number or the like of a person; `nil` for an empty one.
  package mutating func person(_ name: StaticString) -> Protected<PersonalIdentifier>? {
    optional(name, Protected<PersonalIdentifier>.self).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What somebody said, wrote or reasoned; `nil` for an empty text.
  mutating func spoken(_ name: StaticString) -> Protected<BoundedString>? {
    optional(name, Protected<BoundedString>.self).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension FieldReader {
  /// A word that the contract requires.
  package mutating func word<Known: VocabularyWord>(_ name: StaticString) -> OpenEnum<Known>? {
    required(name, Word<Known>.self)?.open
  }

  /// A word that may be missing; `nil` for an empty one.
  mutating func optionalWord<Known: VocabularyWord>(_ name: StaticString) -> OpenEnum<Known>? {
    optional(name, OpenEnum<Known>.self).flatMap { $0.word.isEmpty ? nil : $0 }
  }

  /// An identifier; `nil` for an empty string, which the platform sends for none.
  package mutating func identifier<Thing>(
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
package struct Nameable<Thing>: FieldReadable {
  package let identifier: Identifier<Thing>?

  package init(_ value: inout ValueReader) throws(FieldFault) {
    identifier = value.isEmptyString ? nil : try Identifier(&value)
  }
}

/// A date and time of ISO 8601, or an empty string for none.
private struct Moment: FieldReadable {
  let time: Timestamp?

  init(_ value: inout ValueReader) throws(FieldFault) {
    guard value.author.isPlatform || value.kind != .number else {
      time = try Timestamp(&value)
      return
    }
    let text = try value.string()
    time = Timestamp(iso8601: text)
    guard time != nil || text.isEmpty else { throw FieldFault(.unreadable) }
  }
}
