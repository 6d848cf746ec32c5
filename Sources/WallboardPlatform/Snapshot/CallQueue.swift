import WallboardEvents

/// The answer of `GET /operators/queue` (contract 3.2).
struct CallQueue: FieldReadable {
  let calls: Items<QueuedCall>
  let totalActive: Int?
  /// Whether the number could be read, where there is one.
  private let isTotalUnderstood: Bool

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    calls = try fields.key("queue")
    switch fields.told("total_active", Int.self) {
    case .nothing: (totalActive, isTotalUnderstood) = (nil, true)
    case .value(let total): (totalActive, isTotalUnderstood) = (total, true)
    case .unreadable: (totalActive, isTotalUnderstood) = (nil, false)
    }
    value.collect(fields)
  }

  /// Whether every live call is in it.
  var isComplete: Bool {
    calls.unreadable == 0 && isTotalUnderstood && (totalActive ?? 0) <= calls.readable.count
  }
}
