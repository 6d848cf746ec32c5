import WallboardEvents

/// One page of a list (contract 3.6).
struct Page<Item: FieldReadable>: FieldReadable {
  let items: Items<Item>
  let hasMore: Bool
  let token: ContinuationToken?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    items = try fields.required("items")
    hasMore = try fields.required("has_more")
    token = try fields.optional("continuation_token")
  }
}
