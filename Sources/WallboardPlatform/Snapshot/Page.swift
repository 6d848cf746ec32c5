/// One page of a list (contract 3.6).
struct Page<Item: Decodable>: Decodable {
  let items: Items<Item>
  let hasMore: Bool
  let token: ContinuationToken?

  private enum CodingKeys: String, CodingKey {
    case items
    case hasMore = "has_more"
    case token = "continuation_token"
  }
}
