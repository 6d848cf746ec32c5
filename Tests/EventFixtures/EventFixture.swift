/// One event of contract 1.5 or 2.5: its fields in order, and an example of each.
package struct EventFixture: Sendable {
  package let name: String
  package let fields: [Field]

  package init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// What a field holds.
  package enum Kind: Sendable, Equatable {
    case string, number, whole, boolean, strings
    /// A string that may be protected health information.
    case secret
    /// Any JSON, which may be protected health information.
    case anything
    /// Strings that may be protected health information.
    case secrets
    /// The objects of contract 1.5.
    case scores, acoustics
    /// Numbers by name.
    case numbers
    /// A word of a vocabulary.
    case word(String)
  }

  package struct Field: Sendable {
    package let name: String
    package let kind: Kind
    package let isRequired: Bool
    /// Whether it says what the event is about: without it nothing can be made of the event.
    package var isKey = false

    package static func key(_ name: String, _ kind: Kind) -> Field {
      Field(name: name, kind: kind, isRequired: true, isKey: true)
    }

    package static func required(_ name: String, _ kind: Kind) -> Field {
      Field(name: name, kind: kind, isRequired: true)
    }

    package static func optional(_ name: String, _ kind: Kind) -> Field {
      Field(name: name, kind: kind, isRequired: false)
    }
  }
}

extension EventFixture.Field {
  /// What a field holds that must not be seen.
  package static let secret = "SECRET"

  /// An example, as JSON.
  package var example: String {
    switch kind {
    case .string: #""\#(name)-example""#
    case .secret: #""\#(Self.secret) \#(name)""#
    case .number: "12.5"
    case .whole: "7"
    case .boolean: "true"
    case .strings: #"["first","second"]"#
    case .anything: #"{"name":"\#(Self.secret)","gone":null}"#
    case .word(let word): "\"\(word)\""
    case .secrets: #"["\#(Self.secret) 1","\#(Self.secret) 2"]"#
    case .scores: #"[{"name":"joy","score":0.5},{"name":"fear","score":0.25}]"#
    case .acoustics: #"{"energy_delta":0.5,"energy_trend":"rising","normalized":true}"#
    case .numbers: #"{"insult":0.25}"#
    }
  }

  package var isProtected: Bool { kind == .secret || kind == .secrets || kind == .anything }

  /// A value of another kind, as JSON, and what is to be said of it; `nil` where all kinds are good.
  package var mistake: (value: String, sentence: String)? {
    switch kind {
    case .string, .secret, .word: ("true", "expected a string, found a boolean")
    case .number: (#""soon""#, "expected a number, found a string")
    case .whole: ("[1]", "expected a whole number, found an array")
    case .boolean: ("{}", "expected a boolean, found an object")
    case .strings, .secrets, .scores: ("3", "expected an array, found a number")
    case .numbers, .acoustics: ("3", "expected an object, found a number")
    case .anything: nil
    }
  }

  /// Values of other kinds that say what they are all the same, as JSON, what they say, and what is to be
  /// said of them.
  package var coercions: [(value: String, meaning: String, sentence: String)] {
    let kept = "(read all the same)"
    return switch kind {
    case .string, .secret:
      [
        ("42", #""42""#, "expected a string, found a number \(kept)"),
        ("-1.50e3", #""-1.50e3""#, "expected a string, found a number \(kept)"),
      ]
    case .number:
      [(#""2.5""#, "2.5", "expected a number, found a string \(kept)")]
    case .whole:
      [(#""12""#, "12", "expected a whole number, found a string \(kept)")]
    case .boolean:
      [("1", "true"), ("0", "false")].map {
        ($0.0, $0.1, "expected a boolean, found a number \(kept)")
      }
        + [("1", "true"), ("0", "false"), ("true", "true"), ("false", "false")].map {
          ("\"\($0.0)\"", $0.1, "expected a boolean, found a string \(kept)")
        }
    case .word, .strings, .secrets: []
    case .scores, .acoustics, .numbers, .anything: []
    }
  }
}

extension EventFixture {
  /// The payload of these fields, and of others given as JSON.
  package static func json(_ fields: [Field], _ others: [(String, String)] = []) -> String {
    let members = fields.map { ($0.name, $0.example) } + others
    return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// The whole payload.
  package var payload: String { Self.json(fields) }
  package var required: [Field] { fields.filter(\.isRequired) }
  package var keys: [Field] { fields.filter(\.isKey) }
  package var optional: [Field] { fields.filter { !$0.isRequired } }

  package func without(_ field: Field) -> [Field] {
    fields.filter { $0.name != field.name }
  }
}
