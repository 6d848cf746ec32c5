import WallboardEvents
import WallboardWire

/// Where a list goes on: opaque, and handed back as it came (contract 3.6).
struct ContinuationToken: FieldReadable {
  /// What the next request says; `nil` for a token that no query can hold.
  let text: String?

  init(_ value: inout ValueReader) throws(FieldFault) {
    switch value.kind {
    case .string: text = try value.string()
    // As it is written: a Double would spell it in another way.
    case .number: text = value.literal
    case .null, .boolean, .array, .object: text = nil
    }
  }
}
