package import WallboardEvents
import WallboardPlatform
import WallboardWire

/// What the platform's certificate says, as libcurl tells of it (CURLOPT_CERTINFO).
package struct ServerCertificate: Equatable, Sendable {
  /// Who vouches for it, such as `C = US, O = Example, CN = R3`.
  package var issuer: String?
  package var expiresAt: Timestamp?

  package init(issuer: String? = nil, expiresAt: Timestamp? = nil) {
    self.issuer = issuer
    self.expiresAt = expiresAt
  }

  /// Reads lines such as `Issuer:CN = R3` and `Expire date:Nov  6 08:49:37 2026 GMT`; `nil` without any.
  init?(lines: [String]) {
    guard !lines.isEmpty else { return nil }
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...])
      switch line[..<colon] {
      case "Issuer": issuer = value
      case "Expire date": expiresAt = Self.moment(value)
      default: break
      }
    }
  }

  /// As OpenSSL writes it, or GnuTLS.
  private static func moment(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.last == "GMT" else { return Timestamp(iso8601: text) }
    if words.count == 5 {
      let day = words[1].count == 1 ? "0\(words[1])" : "\(words[1])"
      // The form of RFC 9110 that is the same but for the order; a weekday says nothing.
      let date = "Mon, \(day) \(words[0]) \(words[3]) \(words[2]) GMT"
      return HTTPDate(date[...], now: 0)
        .map { Timestamp(milliseconds: Int64($0.secondsSince1970) * 1_000) }
    }
    return words.count == 3 ? Timestamp(iso8601: "\(words[0])T\(words[1])Z") : nil
  }
}
