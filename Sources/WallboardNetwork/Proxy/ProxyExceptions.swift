import Glibc

/// Who is spoken to without a proxy: `no_proxy` as libcurl reads it (CURLOPT_NOPROXY).
struct ProxyExceptions: Sendable {
  private let isForAll: Bool
  private let entries: [String]

  /// Reads names, addresses and networks, between commas or spaces; `*` alone is everybody.
  init(_ text: String) {
    isForAll = text == "*"
    entries = text.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
  }

  /// Whether a host, in lower case and an IPv6 address in its brackets, is one of them.
  func hold(_ host: String) -> Bool {
    if isForAll { return true }
    if let address = InternetAddress(host) { return entries.contains { holds(address, $0) } }
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    return entries.contains { holds(name, $0) }
  }

  /// A name holds for itself and for all below it.
  private func holds(_ name: Substring, _ entry: String) -> Bool {
    var entry = entry[...]
    if entry.hasSuffix(".") { entry = entry.dropLast() }
    if entry.hasPrefix(".") { entry = entry.dropFirst() }
    return !entry.isEmpty && (name == entry || name.hasSuffix("." + entry))
  }

  private func holds(_ address: InternetAddress, _ entry: String) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let network = InternetAddress(String(first)) else {
      return false
    }
    guard let length = parts.dropFirst().first else { return network == address }
    return Int(length).map { network.sharesBits($0, with: address) } ?? false
  }
}

/// The bytes of an address of the Internet.
private struct InternetAddress: Equatable {
  private let bytes: [UInt8]

  /// Reads an address of either family; one of IPv6 may stand in brackets.
  init?(_ text: String) {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let text = isBracketed ? String(text.dropFirst().dropLast()) : text
    let family = text.contains(":") ? AF_INET6 : AF_INET
    var bytes = [UInt8](repeating: 0, count: family == AF_INET6 ? 16 : 4)
    guard unsafe inet_pton(family, text, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// Whether the first bits are the same; without any, all of them.
  func sharesBits(_ count: Int, with other: Self) -> Bool {
    guard bytes.count == other.bytes.count, (0...bytes.count * 8).contains(count) else {
      return false
    }
    let length = count == 0 ? bytes.count * 8 : count
    return bytes.indices.allSatisfy { index in
      let rest = min(max(length - index * 8, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
      return (bytes[index] ^ other.bytes[index]) & mask == 0
    }
  }
}
