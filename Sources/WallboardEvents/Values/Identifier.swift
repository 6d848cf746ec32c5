import WallboardWire

/// The key of one of the platform's things. `Thing` exists for the compiler alone: a call is never
/// looked up by an operator's key.
package struct Identifier<Thing>: Sendable {
  let form: IdentifierForm

  /// The platform's own spelling: 1 to ``Limits/identifierLength`` bytes.
  package var rawValue: String { form.text }

  /// `nil` when the spelling is empty or too long.
  package init?(_ rawValue: String) {
    self.init(rawValue.utf8.span)
  }

  init?(_ text: Span<UInt8>) {
    guard !text.isEmpty, text.count <= Limits.identifierLength else { return nil }
    form = IdentifierForm(text)
  }
}

extension Identifier: Hashable {
  package static func == (left: Identifier, right: Identifier) -> Bool {
    left.form == right.form
  }

  package func hash(into hasher: inout Hasher) {
    form.hash(into: &hasher)
  }
}

extension Identifier {
  /// A hash of 64 bits that differs from start to start. It stands for identifiers of things that
  /// are over: that two of them share one is not to be expected.
  package var seededHash: UInt64 { form.seededHash }
}

extension Identifier: JSONWritable {
  package func write(to text: inout JSONText) { text.append(rawValue) }
}

extension Identifier: Comparable {
  package static func < (left: Identifier, right: Identifier) -> Bool {
    left.form < right.form
  }
}

extension Identifier: CustomStringConvertible {
  package var description: String { rawValue }
}

extension Identifier {
  /// The end of a long identifier, enough for a person to tell it from its neighbours.
  package var short: String { rawValue.shortKey }
}

extension String {
  /// The same of a key that has no type of its own.
  var shortKey: String { utf8.count <= 10 ? self : "…" + suffix(6) }
}

/// The key of a call: the telephony provider's SID.
package typealias CallSID = Identifier<Identified.Call>
/// The key of a human operator.
package typealias OperatorID = Identifier<Identified.Operator>
/// The key of a surface, a form sent to a patient.
package typealias SurfaceID = Identifier<Identified.Surface>
/// The key of a text session.
package typealias SessionID = Identifier<Identified.TextSession>
/// The key of an escalation of a call.
package typealias EscalationID = Identifier<Identified.Escalation>
/// The key of a service, the agent's role that a call was answered for.
package typealias ServiceID = Identifier<Identified.Service>
/// The key of an entity: a patient, a clinician, a member.
package typealias EntityID = Identifier<Identified.Entity>

/// The kinds of things that have keys.
package enum Identified {
  package enum Call {}
  package enum Operator {}
  package enum Surface {}
  package enum TextSession {}
  package enum Escalation {}
  package enum Service {}
  package enum Entity {}
}

extension Identifier: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    guard let identifier = try value.identifier(Self.self) else {
      throw FieldFault(.noIdentifier)
    }
    self = identifier
  }
}

/// A hash that takes sixteen bytes a step: the two halves of a product, folded into one (after
/// wyhash, by Wang Yi).
///
/// It starts from random numbers drawn when the program starts, so that whoever sends keys can
/// neither foresee which collide nor make a factor 0. No hash is written to a file.
struct SeededHash: Sendable {
  private(set) var value = Self.seeds.value
  private let factor = Self.seeds.factor

  private static let seeds = (
    value: UInt64.random(in: .min ... .max), factor: UInt64.random(in: .min ... .max)
  )

  /// Absorbs the text and its length, so that the end of one part cannot pass for the start of the
  /// next.
  mutating func absorb(_ text: Span<UInt8>) {
    let count = text.count
    var offset = 0
    while offset < count - 16 {
      unsafe absorb(text.word(at: offset), text.word(at: offset + 8))
      offset += 16
    }
    if count >= 16 {
      unsafe absorb(text.word(at: count - 16), text.word(at: count - 8))
    } else if count >= 8 {
      unsafe absorb(text.word(at: 0), text.word(at: count - 8))
    } else {
      var rest: UInt64 = 0
      for index in text.indices { rest = rest << 8 | UInt64(text[index]) }
      absorb(rest, 0)
    }
    absorb(UInt64(count))
  }

  mutating func absorb(_ first: UInt64, _ second: UInt64) {
    let product = (value ^ first).multipliedFullWidth(by: factor ^ second)
    value = product.high ^ product.low
  }

  mutating func absorb(_ word: UInt64) { absorb(word, 0) }
}
