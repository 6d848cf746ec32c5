import WallboardEvents

/// What a line holds of a page of the calls of the past.
struct PastPageData: Encodable {
  private let isFirst: Bool
  private let items: [PastCall]
  private let unreadable: Int
  private let total: Int?
  private let next: PastCallPage.Next

  private enum CodingKeys: String, CodingKey {
    case isFirst = "first"
    case items, unreadable, total, next
  }

  init(_ page: PastCallPage) {
    isFirst = page.isFirst
    items = page.calls
    unreadable = page.unreadable
    total = page.total
    next = page.next
  }

  func page(_ faults: FieldFaults) -> PastCallPage {
    PastCallPage(
      isFirst: isFirst, calls: items, unreadable: unreadable, total: total, next: next,
      faults: faults)
  }
}

extension PastPageData: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    isFirst = try fields.key("first")
    items = try fields.key("items")
    unreadable = max(0, fields.optional("unreadable") ?? 0)
    total = fields.optional("total")
    next = try fields.key("next")
    value.collect(fields)
  }
}

/// What a line holds of a question about what is over that came to nothing.
struct PastFailureData: Encodable {
  private let reason: BoundedString
  private let retryAt: Timestamp
  /// Where calls were asked for: whether it was the first page.
  private let isFirst: Bool?

  private enum CodingKeys: String, CodingKey {
    case reason
    case retryAt = "retry_at"
    case isFirst = "first"
  }

  init(_ question: PastQuestion, _ reason: BoundedString, _ retryAt: Timestamp) {
    self.reason = reason
    self.retryAt = retryAt
    switch question {
    case .story: isFirst = nil
    case .calls(let isFirst): self.isFirst = isFirst
    }
  }

  func answer(_ callSID: CallSID?) -> PastAnswer {
    let question =
      callSID.map(PastQuestion.story) ?? PastQuestion.calls(isFirst: isFirst ?? true)
    return .failed(question, reason: reason, retryAt: retryAt)
  }
}

extension PastFailureData: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    reason = fields.optional("reason") ?? ""
    retryAt = try fields.key("retry_at")
    isFirst = fields.optional("first")
    value.collect(fields)
  }
}
