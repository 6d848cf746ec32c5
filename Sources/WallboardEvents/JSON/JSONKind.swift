/// The kinds of JSON values, as a sentence names them.
enum JSONKind: String {
  case null
  case boolean = "a boolean"
  case number = "a number"
  case string = "a string"
  case array = "an array"
  case object = "an object"

  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool: self = .boolean
    case .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }

  /// The kind that a Swift type is decoded from.
  static func name(for type: Any.Type) -> String {
    switch type {
    case is Bool.Type: boolean.rawValue
    case is any BinaryInteger.Type: "a whole number"
    case is any BinaryFloatingPoint.Type: number.rawValue
    case is any StringProtocol.Type: string.rawValue
    case is any ListType.Type: array.rawValue
    default: object.rawValue
    }
  }
}

/// Tells arrays of anything from other types.
private protocol ListType {}
extension Array: ListType {}
