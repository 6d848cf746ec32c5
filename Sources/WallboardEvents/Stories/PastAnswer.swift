/// What the platform can be asked of what is over (contract 3.4).
package enum PastQuestion: Hashable, Sendable {
  /// A call's whole story.
  case story(CallSID)
  /// Calls of the past, the newest first: the first page, or else the one after the newest that came.
  case calls(isFirst: Bool)
}

/// What came of such a question.
package enum PastAnswer: Equatable, Sendable {
  /// The faults are the parts that were not understood.
  indirect case story(CallSID, CallStory, FieldFaults)
  /// The platform has no such call, or has not written it down yet.
  case noStory(CallSID)
  case calls(PastCallPage)
  /// It may be asked again at `retryAt`.
  case failed(PastQuestion, reason: BoundedString, retryAt: Timestamp)
}

/// One page of the calls of the past.
package struct PastCallPage: Equatable, Sendable {
  /// How the list goes on.
  package enum Next: String, Encodable, FieldReadable, Sendable {
    /// There is another page.
    case page
    case end
    /// It ended here, though the platform says otherwise.
    case doubtful
    /// It is longer than anybody reads.
    case tooMany = "too_many"
  }

  /// Whether it is the first of the list.
  package var isFirst: Bool
  /// Those that were on no page before.
  package var calls: [PastCall]
  /// Calls of the page that could not be read.
  package var unreadable: Int
  /// How many calls there are, as the platform counts them.
  package var total: Int?
  package var next: Next
  package var faults: FieldFaults

  package init(
    isFirst: Bool, calls: [PastCall], unreadable: Int, total: Int?, next: Next,
    faults: FieldFaults = FieldFaults()
  ) {
    self.isFirst = isFirst
    self.calls = calls
    self.unreadable = unreadable
    self.total = total
    self.next = next
    self.faults = faults
  }
}
