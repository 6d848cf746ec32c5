/// The key of a workspace: a UUID, spelled in lower case (RFC 9562, section 4).
package struct WorkspaceID: Hashable, Sendable {
  /// 36 characters: hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  package let rawValue: String

  /// Reads a UUID in either case; `nil` for anything else.
  package init?(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.joined().unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
    else { return nil }
    rawValue = text.lowercased()
  }
}

extension WorkspaceID: CustomStringConvertible {
  package var description: String { rawValue }
}
