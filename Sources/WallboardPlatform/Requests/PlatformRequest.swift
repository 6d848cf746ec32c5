/// One `GET` to the platform, complete but for its credential, so that it can be printed.
package struct PlatformRequest: Equatable, Sendable {
  /// Absolute, ASCII, percent-encoded.
  package let url: String
  /// Where it goes. The token goes there and nowhere else.
  package let origin: Origin
  /// Header fields as `Name: value`, without the credential's.
  package let headers: [String]
}
