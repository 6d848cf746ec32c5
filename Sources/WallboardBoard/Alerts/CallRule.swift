import WallboardEvents

/// A rule of a person's own about each live call: what they ask of it, in the language of the calls'
/// filter, and how bad it is when that holds.
package struct CallRule: Equatable, Sendable {
  /// What is wrong when it holds.
  package let condition: CallCondition
  /// How bad that is.
  package let severity: Severity
  /// How long it must hold before the alert is raised, in seconds.
  package let minimumDuration: Int64

  /// A rule that is looked at.
  package init(
    _ condition: CallCondition, _ severity: Severity = .warning, for minimumDuration: Int64 = 0
  ) {
    self.condition = condition
    self.severity = severity
    self.minimumDuration = minimumDuration
  }
}

/// What is asked of a call: `risk:critical and op:none`. It is read once and asked often.
package struct CallCondition: Equatable, Sendable {
  /// As it was typed.
  package let text: String
  private let expression: FilterExpression<FilterName>

  /// Reads a condition; throws what is wrong with it, in a sentence for whoever typed it.
  package init(_ text: String) throws(FilterError) {
    self.text = text
    expression = try Filter(text, for: .calls).resolved(for: .calls)
    // To look for a word, all that a call shows would have to be written out every second.
    guard !expression.isEmpty, !expression.hasWords else {
      throw FilterError("A rule about calls has to name fields, as in risk:critical and op:none")
    }
    // It would never hold, and nobody would know.
    if let (field, words, unknown) = expression.firstUnknownWord(in: .calls) {
      throw FilterError(words.problem(with: unknown, of: field.rawValue))
    }
  }

  /// Whether it holds of a call, as far as the disclosure shows it.
  func holds(of call: Call, in board: Board, _ disclosure: Disclosure) -> Bool {
    expression.passes { name in
      switch name {
      case .field(let field): call.value(of: field, at: board.now, in: board, disclosure)
      case .key: .text(call.callSID.rawValue)
      }
    }
  }
}
