/// The key of a thing of the platform. `Thing` only tells the compiler which kind it is, so that a
/// call is never looked up by an operator's key.
package struct Identifier<Thing>: Hashable, Sendable {
  /// The platform's own spelling: 1 to ``Limits/identifierLength`` bytes.
  package let rawValue: String

  /// The identifier of that spelling, or `nil` when it is empty or too long to be one.
  package init?(_ rawValue: String) {
    guard !rawValue.isEmpty, rawValue.utf8.count <= Limits.identifierLength else { return nil }
    self.rawValue = rawValue
  }
}

extension Identifier: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Identifier: Comparable {
  package static func < (left: Identifier, right: Identifier) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Identifier: CustomStringConvertible {
  package var description: String { rawValue }
}

/// The key of a call: the telephony provider's SID.
package typealias CallSID = Identifier<Call>
/// The key of a human operator.
package typealias OperatorID = Identifier<Operator>
/// The key of a surface, a form sent to a patient.
package typealias SurfaceID = Identifier<Surface>
/// The key of a text session.
package typealias SessionID = Identifier<TextSession>
/// The key of an escalation of a call.
package typealias EscalationID = Identifier<Escalation>
/// The key of a service, the agent's role that a call was answered for.
package typealias ServiceID = Identifier<Service>
/// The key of an entity: a patient, a clinician, a member.
package typealias EntityID = Identifier<Entity>

/// What an ``EntityID`` names; the board holds nothing of an entity but its key.
package enum Entity {}

extension Identifier: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    guard let identifier = Identifier(try value.string()) else { throw FieldFault(.noIdentifier) }
    self = identifier
  }
}
