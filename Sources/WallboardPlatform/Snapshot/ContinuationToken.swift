import FoundationEssentials

/// Where a list goes on: opaque, and handed back as it came (contract 3.6).
struct ContinuationToken: Decodable {
  /// What the next request says; `nil` for a token that no query can hold.
  let text: String?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    text = (try? container.decode(String.self)) ?? ContinuationToken.number(in: container)
  }

  // An integer first, and then a decimal: a Double would spell either in another way.
  private static func number(in container: any SingleValueDecodingContainer) -> String? {
    if let integer = try? container.decode(Int64.self) { return String(integer) }
    return (try? container.decode(Decimal.self))?.description
  }
}
