/// An optional that is written as `null` when it is absent, where the synthesised encoding would
/// leave the key out.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  let wrappedValue: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension KeyedEncodingContainer {
  /// What a synthesised encoding calls for such a property: it writes the value without an encoder
  /// of its own.
  mutating func encode<Value>(_ nullable: Nullable<Value>, forKey key: Key) throws {
    if let value = nullable.wrappedValue {
      try encode(value, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }
}
