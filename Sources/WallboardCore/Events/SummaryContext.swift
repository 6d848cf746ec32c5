/// What a summary is told with: the names that the board knows, and how much may be shown.
package struct SummaryContext {
  private let board: Board
  private let disclosure: Disclosure

  /// Tells with the board's names, as far as the disclosure reaches.
  package init(board: Board, disclosure: Disclosure) {
    self.board = board
    self.disclosure = disclosure
  }

  func name(of service: ServiceID) -> String { board.name(of: service) }

  func name(of operatorID: OperatorID) -> String { board.name(of: operatorID) }

  func person(_ identifier: Protected<PersonalIdentifier>, _ kind: String) -> String {
    identifier.label(kind, disclosure)
  }

  /// Who it is, behind a colon: an operator by the name that the board has for everybody to see.
  func participant(
    _ name: Protected<PersonalIdentifier>?, _ operatorID: OperatorID?
  ) -> String {
    let known = operatorID.flatMap { board.operators[$0]?.name?.string }
    return (known ?? name.map { person($0, "participant") }).map { ": " + $0 } ?? ""
  }

  func words(_ text: Protected<Text>) -> String { text.words(disclosure) }

  func input(_ input: Protected<ToolInput>) -> String {
    input.reveal(disclosure)?.json.description ?? input.description
  }

  func milliseconds(_ milliseconds: Double) -> String {
    guard milliseconds.isFinite, abs(milliseconds) < 1e12 else { return "an impossible time" }
    return "\(Int(milliseconds.rounded())) ms"
  }

  func content(_ data: Protected<JSONValue>) -> String {
    data.reveal(disclosure)?.description ?? data.description
  }

  func short(_ key: Text) -> String {
    key.string.utf8.count <= 10 ? key.string : "…" + key.string.suffix(6)
  }

  func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return "an impossible time" }
    return "\(Int(seconds.rounded())) s"
  }
}
