import Foundation

/// Strings as JSON literals.
enum JSONText {
  static func literal(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }
}
