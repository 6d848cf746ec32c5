/// Writes values as JSON on one line: sorted keys, plain slashes, and nothing in it that a terminal
/// or an editor would obey.
package struct JSONLineEncoder: Sendable {
  private let disclosure: Disclosure?

  /// An encoder that masks what `disclosure` does not reach; without one it masks everything.
  package init(_ disclosure: Disclosure? = nil) {
    self.disclosure = disclosure
  }

  /// The line of a value; throws `EncodingError` for a number that is not finite.
  package func line(_ value: some Encodable) throws -> String {
    String(decoding: try JSONTextEncoder.bytes(of: value, disclosure), as: UTF8.self)
  }
}
