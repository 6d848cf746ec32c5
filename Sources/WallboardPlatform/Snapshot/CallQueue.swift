import WallboardEvents

/// The answer of `GET /operators/queue` (contract 3.2).
struct CallQueue: FieldReadable {
  let calls: Items<QueuedCall>
  let totalActive: Int?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    calls = try fields.required("queue")
    totalActive = try fields.optional("total_active")
  }

  /// Whether every live call is in it.
  var isComplete: Bool {
    calls.unreadable == 0 && (totalActive ?? 0) <= calls.readable.count
  }
}
