import WallboardBoard
import WallboardEvents

/// How things are called in sentences: by words alone, for they are listened to.
struct PlainWords {
  let board: Board
  let disclosure: Disclosure

  /// `caller 7F3A on Billing`; without a caller, `call 42ad8c on Billing`.
  func name(of call: Call) -> String {
    let who = call.callerID?.label("caller", disclosure) ?? "call \(Self.end(of: call.callSID))"
    return board.serviceName(of: call).map { "\(who) on \(Self.withoutMark($0))" } ?? who
  }

  func name(ofCall callSID: CallSID) -> String {
    board.calls[callSID].map(name(of:)) ?? "call \(Self.end(of: callSID))"
  }

  func name(of operatorID: OperatorID) -> String {
    board.operators[operatorID]?.name?.string ?? "operator \(Self.end(of: operatorID))"
  }

  func name(of surfaceID: SurfaceID) -> String {
    let form = "form \(Self.end(of: surfaceID))"
    return board.surfaces[surfaceID]?.title.map { "\(form), \($0)," } ?? form
  }

  /// What was said, or that it is masked.
  func reason(_ reason: Protected<Text>?) -> String {
    guard let reason, !reason.isEmpty else { return "no reason given" }
    return reason.reveal(disclosure)?.string ?? "reason masked"
  }

  /// `52 s`, `5 min 52 s`, `2 h 5 min`.
  static func length(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3_600: "\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(seconds % 60) s")
    default: "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
  }

  /// The same of a length that the platform told.
  static func length(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return "an impossible time" }
    return length(Int64(seconds))
  }

  /// The end of an identifier, by which a person tells it from its neighbours.
  private static func end<Thing>(of identifier: Identifier<Thing>) -> String {
    String(identifier.rawValue.suffix(6))
  }

  /// The same without the marks that words on a screen have and nobody can hear.
  static func audible(_ text: String) -> String {
    [(" · ", ", "), ("…", ""), ("×", " times"), ("▒▒▒▒", "masked"), ("→", "to"), ("–", "-")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// A key in the place of a name begins with a mark that nobody can hear.
  private static func withoutMark(_ name: String) -> String {
    name.hasPrefix("…") ? "service \(name.dropFirst())" : name
  }
}

extension String {
  /// As it begins a sentence.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
