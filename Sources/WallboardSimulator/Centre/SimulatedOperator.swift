/// A person who can join calls.
struct SimulatedOperator: Sendable, Equatable {
  let id: String
  let name: String
  let email: String
  let type: String
  let role: String
  let phoneNumber: String
  let createdAt: Int
  var skills: [String]
  var connectionMethod: String
  var status: Status
  var statusSince: Int
  var callSID: String?
  var mode: SimulatedCall.Mode?
  /// The call that was left and still wants its wrap-up.
  var wrappingUp: String?
  var escalationsHandled: Int
  var averageHandleSeconds: Double
  var lastCallAt: Int?

  enum Status: String, Sendable {
    case online, busy, offline
  }

  /// Neither on a call nor writing one up.
  var isIdle: Bool {
    callSID == nil && wrappingUp == nil
  }

  var isAvailable: Bool {
    status == .online && isIdle
  }
}
