/// What goes on beside calls, surfaces and conversations.
struct Background: Sendable {
  let triggers: [(id: String, name: String)]
  let dataSources: [String]
  var firedTriggers: [Int] = []
  var emailsOnTheWay: [Email] = []
  var emailFates = Deck(shares: EmailFate.shares)
  var voicemailStatuses = Deck(["delivered", "delivered", "skipped", "failed", "not_delivered"])
  var reviews = Deck(["approve", "approve", "reject", "correct", "batch_approve", "batch_reject"])
  var memberships = Deck(MembershipChange.allCases)
  var simulation: SimulationRun
  var briefVersion = 1

  /// A message that arrived and may still be opened, clicked or answered.
  struct Email: Sendable {
    let id: String
    let address: String
  }

  /// The rehearsal that runs at present.
  struct SimulationRun: Sendable {
    let runID: String
    let sessionID: String
    var turn = 0
  }

  static let emailMemory = 20

  init(using random: inout SeededGenerator) {
    triggers = Vocabulary.triggers.map { (random.uuid(), $0) }
    dataSources = (0..<4).map { _ in random.uuid() }
    simulation = Self.newRun(using: &random)
  }

  static func newRun(using random: inout SeededGenerator) -> SimulationRun {
    SimulationRun(runID: random.uuid(), sessionID: random.uuid())
  }
}
