/// A host and a port as they stand in an address (RFC 3986, 3.2), read strictly.
package struct HostAndPort: Equatable, Sendable {
  /// In lower case; an IPv6 address stands in its brackets.
  package let host: String
  /// 1 to 65,535; `nil` where none is named.
  package let port: Int?

  /// Reads `host`, `host:port` or `[address]:port`; throws what is wrong with it.
  package init(_ text: Substring) throws(AddressProblem) {
    let portStart = Self.endOfHost(in: text)
    host = text[..<portStart].lowercased()
    guard Self.isHost(host) else { throw .host }
    port = try Self.port(text[portStart...])
  }

  private static func endOfHost(in text: Substring) -> Substring.Index {
    guard text.first == "[", let bracket = text.firstIndex(of: "]") else {
      return text.firstIndex(of: ":") ?? text.endIndex
    }
    return text.index(after: bracket)
  }

  private static func port(_ text: Substring) throws(AddressProblem) -> Int? {
    guard let first = text.first else { return nil }
    let digits = text.dropFirst()
    guard first == ":", digits.utf8.count <= 5, digits.utf8.allSatisfy(isDigit),
      let port = UInt16(digits), port > 0
    else { throw .port }
    return Int(port)
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      host.hasSuffix("]") && host.contains(":")
        && host.dropFirst().dropLast().utf8.allSatisfy {
          isDigit($0) || ("a"..."f").contains(Unicode.Scalar($0)) || ":.".utf8.contains($0)
        }
    } else {
      !host.isEmpty && host.utf8.count <= 253 && !host.hasPrefix(".") && !host.contains("..")
        && host.utf8.allSatisfy {
          isDigit($0) || ("a"..."z").contains(Unicode.Scalar($0)) || "-._".utf8.contains($0)
        }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
