import WallboardEvents

/// One page of a list (contract 3.6).
struct Page<Item: FieldReadable>: FieldReadable {
  let items: Items<Item>
  let hasMore: Bool
  let token: ContinuationToken?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    items = try fields.key("items")
    hasMore = try fields.key("has_more")
    token = fields.optional("continuation_token")
  }
}
