import Testing
import WallboardEvents
import WallboardScreen
import WallboardViews

@testable import WallboardBoard

struct RiskSignTests {
  /// The row of a call at risk.
  private func row(_ width: Int, _ change: (inout Call) -> Void) throws -> String {
    var board = try SampleBoard.many()
    board.state.board.calls.update(SampleBoard.call(2), change)
    let rows = Picture.draw(board, Size(width: width, height: 24)).rows
    // Those that wait stand before it.
    return try #require(rows.first { $0.contains("22:04") }, "\(rows)")
  }

  @Test("The sign of the alert about a risk stands in the row, and can be read at any width")
  func signs() throws {
    let risk = { (call: inout Call) in call.riskLevel = .known(.critical) }
    let concern = { (call: inout Call) in call.priorityReasons = [.known(.safetyConcern)] }
    #expect(try row(80, risk).contains("▲ critical "))
    #expect(try row(160, risk).contains("▲ critical risk"))
    #expect(try row(80, concern).contains("△ safety "))
    #expect(try row(160, concern).contains("△ safety concern"))
  }

  @Test("There is none while an operator speaks with them, as there is no alert")
  func takenCareOf() throws {
    let person = try #require(OperatorID("O"))
    let row = try row(160) { call in
      call.riskLevel = .known(.critical)
      call.operators = [CallOperator(operatorID: person, mode: .known(.takeover), joinedAt: nil)]
    }
    #expect(row.contains("critical risk") && !row.contains("▲"))
  }
}
