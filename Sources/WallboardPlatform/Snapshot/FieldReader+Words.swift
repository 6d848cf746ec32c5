import WallboardEvents

extension FieldReader {
  /// The moment that stands there as an ISO 8601 date and time.
  mutating func moment(_ name: StaticString) -> Timestamp? {
    optional(name, String.self).flatMap { Timestamp(iso8601: $0) }
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
