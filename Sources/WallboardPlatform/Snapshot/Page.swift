import WallboardEvents

/// One page of a list (contract 3.6).
struct Page<Item: FieldReadable>: FieldReadable {
  let items: Items<Item>
  /// `nil` where nothing tells it.
  let hasMore: Bool?
  let token: ContinuationToken?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    items = try fields.key("items")
    hasMore = fields.required("has_more")
    token = fields.optional("continuation_token")
    value.collect(fields)
  }
}
