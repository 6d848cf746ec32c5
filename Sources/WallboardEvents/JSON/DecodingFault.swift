package import FoundationEssentials

/// What is wrong with a payload, as a sentence such as `call_sid: missing`.
///
/// It names the field and the kinds of values, never a value: error texts are shown and logged. For
/// the same reason the errors' own descriptions, which quote numbers, are not used.
package struct DecodingFault: CustomStringConvertible {
  package let description: String

  /// What the error says of the JSON in `body`, whose value is looked at again for its kind alone.
  package init(_ error: any Error, in body: Data) {
    guard let error = error as? DecodingError else {
      description = "cannot be read"
      return
    }
    let path = FieldPath(error.path)
    let text = DecodingFault.text(error, found: path.kind(in: body))
    description = path.isEmpty ? text : "\(path): \(text)"
  }

  private static func text(_ error: DecodingError, found: JSONKind?) -> String {
    switch error {
    case .keyNotFound: "missing"
    case .typeMismatch(let type, _), .valueNotFound(let type, _):
      "expected \(JSONKind.name(for: type))" + (found.map { ", found \($0.rawValue)" } ?? "")
    case .dataCorrupted(let context): corrupted(found, isWhole: context.codingPath.isEmpty)
    @unknown default: "cannot be read"
    }
  }

  private static func corrupted(_ found: JSONKind?, isWhole: Bool) -> String {
    switch found {
    case .string: "a string that is no identifier"
    case nil where isWhole: "not JSON"
    case nil, .null, .boolean, .number, .array, .object: "cannot be read"
    }
  }
}

extension DecodingError {
  /// The way to the value at fault, the missing key included.
  fileprivate var path: [any CodingKey] {
    switch self {
    case .keyNotFound(let key, let context): context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      context.codingPath
    @unknown default: []
    }
  }
}
