extension KeyedDecodingContainer {
  /// What stands there when it is of that type; `nil` when it is absent, null or anything else.
  ///
  /// For what is good to know and not needed: a live call must not be missing from the board
  /// because the platform spells its mood in a new way.
  package func readable<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }

  /// The moment that stands there as an ISO 8601 date and time.
  package func moment(_ key: Key) -> Timestamp? {
    readable(String.self, key).flatMap { Timestamp(iso8601: $0) }
  }

  /// The words that stand there; `nil` for none.
  package func text(_ key: Key) -> Text? {
    readable(Text.self, key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The person's telephone number or the like that stands there; `nil` for an empty one.
  package func person(_ key: Key) -> Protected<PersonalIdentifier>? {
    readable(Protected<PersonalIdentifier>.self, key).flatMap { $0.isEmpty ? nil : $0 }
  }
}
