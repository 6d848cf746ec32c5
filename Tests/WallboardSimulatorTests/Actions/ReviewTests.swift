import TestSupport
import Testing
import WallboardSimulator

@Suite("A form under review", .fewAtATime)
struct ReviewTests {
  @Test(
    "is approved, or rejected with a reason or without", arguments: [nil, "Signature missing", ""])
  func decisions(reason: String?) async throws {
    try await Bench.run { bench async throws in
      let form = try await bench.pendingForm()
      let (stream, _) = try await bench.streamOpened()
      let isRejected = reason != nil
      let body: JSON? = reason.map { ["reason": $0.isEmpty ? nil : .string($0)] }
      let path = "surfaces/\(form)/\(isRejected ? "reject" : "approve")"
      let answer = try await bench.act(path, body)
      let action = isRejected ? "rejected" : "approved"
      #expect(answer.status == 200 && answer.json?.text(at: "action") == action)
      #expect(answer.json?.text(at: "surface_id") == form)
      let event = try #require(await stream.events(count: 1).first)
      #expect(event.name == "surface.review_\(action)" && event.data.text(at: "surface_id") == form)
      let given = reason.flatMap { $0.isEmpty ? nil : $0 }
      #expect(event.data["reason"]?.string == given)
      let read = try await bench.surface(form)
      #expect(read.text(at: "status") == answer.json?.text(at: "status"))
      #expect(read["review_notes"]?.string == given && read["reviewed_at"] != .null)
      let truth = await bench.simulator.truth["surfaces"]?.elements ?? []
      #expect(
        truth.first { $0.text(at: "surface_id") == form }?.text(at: "stage") == action)
      let again = try await bench.act(path, body)
      #expect(again.status == 409 && again.detail == "Surface is not pending review")
    }
  }
}

extension Bench {
  func pendingForm() async throws -> String {
    try await emit { truth in
      truth["surfaces"]?.elements.first { $0.text(at: "stage") == "pending_review" }?
        .text(at: "surface_id")
    }
  }
}
