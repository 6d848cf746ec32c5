import Foundation
import TestSupport
import Testing

@testable import WallboardSimulator

@Suite("The list of calls that have ended", .fewAtATime)
struct CallListTests {
  @Test("is read page by page, nothing twice and nothing left out while calls end meanwhile")
  func paging() async throws {
    try await Bench.run {
      $0.pastCalls = 30
    } body: { bench async throws in
      await bench.simulator.emit(count: 400)
      let whole = try await bench.calls("limit=100")
      var pieces: [JSON] = []
      var page = try await bench.page("limit=7")
      while case .integer(let token)? = page["continuation_token"] {
        pieces += page["items"]?.elements ?? []
        #expect(page["has_more"] == true)
        await bench.simulator.emit(count: 60)
        page = try await bench.page("limit=7&continuation_token=\(token)")
      }
      pieces += page["items"]?.elements ?? []
      #expect(page["has_more"] == false && page["total"] == .integer(whole.count))
      #expect(pieces.map { $0.text(at: "entity_id") } == whole.map { $0.text(at: "entity_id") })
      #expect(whole.count > 35 && Set(whole.map(\.sid)).count == whole.count)
      #expect(try await bench.calls("limit=100").count > whole.count)
      let starts = whole.map { $0.text(at: "started_at") }
      #expect(starts == starts.sorted(by: >))
    }
  }

  @Test("takes an offset, of which a small continuation token is an alias")
  func offset() async throws {
    try await Bench.run {
      $0.pastCalls = 30
    } body: { bench async throws in
      let whole = try await bench.calls("limit=100").map(\.sid)
      #expect(try await bench.calls("limit=4&offset=5").map(\.sid) == Array(whole[5..<9]))
      let alias = try await bench.calls("limit=4&continuation_token=5").map(\.sid)
      #expect(alias == Array(whole[5..<9]))
      #expect(try await bench.page("")["items"]?.elements.count == 20)
      let beyond = try await bench.page("offset=1000")
      #expect(beyond["items"] == [] && beyond["has_more"] == false)
      for farthest in ["offset=\(Int.max)", "continuation_token=\(Int.max)"] {
        let nothing = try await bench.page(farthest)
        #expect(nothing["items"] == [] && nothing["has_more"] == false)
      }
    }
  }

  @Test("goes on where a page has ended in the day before, though calls are forgotten meanwhile")
  func forgotten() async throws {
    var options = SimulatorOptions()
    options.pastCalls = 30
    let platform = SimulatedPlatform(options: options)
    let day = await platform.pastDay
    let whole = (0..<30).map { day.call(at: $0).ended.sid }
    let limit = SimulatedPlatform.pastCallLimit
    for _ in 0..<limit { await platform.remember(day.call(at: 0).ended, Course(), nil) }
    var query = ["limit": "5", "offset": "\(limit + 2)", "include_simulated": "true"]
    let page = await platform.callPage(try CallQuery(query))
    #expect(page["items"]?.elements.map(\.sid) == Array(whole[2..<7]))
    for _ in 0..<3 { await platform.remember(day.call(at: 0).ended, Course(), nil) }
    query["continuation_token"] = page["continuation_token"]?.text
    let next = await platform.callPage(try CallQuery(query))
    #expect(next["items"]?.elements.map(\.sid) == Array(whole[7..<12]))
  }

  @Test(
    "is refused for a parameter that cannot be read",
    arguments: [
      "limit=0", "limit=101", "limit=x", "limit=", "offset=-1", "offset=x",
      "continuation_token=after.1", "continuation_token=-1", "date_from=yesterday",
      "date_to=2026-02-30", "date_from=2026-1-1", "date_from=2026-11-30T00:00:00Z",
      "date_from=99999999999999999-01-01", "date_to=9223372036854775807-01-01",
      "min_duration=x", "max_duration=1.5", "include_simulated=maybe",
    ])
  func refusals(query: String) async throws {
    try await Bench.run { bench async throws in
      let refused = try await bench.get(Bench.read("calls?\(query)"))
      #expect(refused.status == 422 && refused.body.contains(query.split(separator: "=")[0]))
    }
  }

  @Test("has the calls of the day before by the seed, those that ended since first")
  func seed() async throws {
    var lists: [[String]] = []
    var words: [[String]] = []
    for seed in [7, 7, 8] as [UInt64] {
      try await Bench.run {
        $0.seed = seed
        $0.pastCalls = 12
      } body: { bench async throws in
        let items = try await bench.calls("include_simulated=true")
        #expect(items.count == 12)
        lists.append(items.map(\.sid))
        let story = try await bench.story(of: try #require(items.last).text(at: "entity_id"))
        words.append(ToldTurn.lines(of: ToldTurn.told(by: story)))
        await bench.simulator.emit(count: 300)
        let later = try await bench.calls("limit=100&include_simulated=true").map(\.sid)
        #expect(later.count > 12 && Array(later.suffix(12)) == items.map(\.sid))
      }
    }
    #expect(lists[0] == lists[1] && words[0] == words[1] && !words[0].isEmpty)
    #expect(lists[0] != lists[2] && words[0] != words[2])
  }

  @Test("says of each call what its story says")
  func coherence() async throws {
    try await Bench.run {
      $0.pastCalls = 40
    } body: { bench async throws in
      await bench.simulator.emit(count: 250)
      let items = try await bench.calls("limit=100")
      var escalated = 0
      for item in items {
        let story = try await bench.story(of: item.sid)
        #expect(StoryRules.violations(of: item, by: StoryRules.summary, "item") == [])
        #expect(StoryRules.violations(of: story) == [])
        #expect(story["id"] == item["entity_id"])
        for key in [
          "call_sid", "direction", "phone_number", "caller_id", "status", "quality_score",
          "final_state", "completion_reason", "service_id", "source",
        ] {
          #expect(story[key] == item[key], "\(key)")
        }
        #expect(story["call_start_time"] == item["started_at"])
        #expect(story["call_duration_seconds"] == item["duration_seconds"])
        #expect(story["turns"]?.elements.count == item["turns"]?.double.map { Int($0) })
        #expect(story["escalation"]?["status"] ?? .null == item["escalation_status"] ?? .null)
        escalated += item["escalation_status"] == .null ? 0 : 1
      }
      #expect(escalated > 0 && escalated < items.count)
      #expect(items.allSatisfy { $0["turns"]?.double ?? 0 > 0 })
    }
  }

  @Test("is filtered by what is asked for")
  func filters() async throws {
    try await Bench.run { bench async throws in
      func all(_ query: String, _ isRight: @Sendable (JSON) -> Bool) async throws {
        let page = try await bench.page("limit=5&\(query)")
        let items = page["items"]?.elements ?? []
        #expect(!items.isEmpty && items.allSatisfy(isRight), "\(query)")
        #expect(page["total"]?.double ?? 0 < 400)
      }
      try await all("direction=outbound") { $0["direction"] == "outbound" }
      try await all("status=canceled") { $0["status"] == "canceled" }
      try await all("min_duration=100&max_duration=200") {
        (100...200).contains($0["duration_seconds"]?.double ?? 0)
      }
      let service = try await bench.calls("limit=1").first?["service_id"] ?? .null
      try await all("service_id=\(service.string ?? "")") { $0["service_id"] == service }
      let day = try await bench.calls("limit=1&offset=370").first?.text(at: "started_at").prefix(10)
      let first = String(try #require(day))
      try await all("date_to=\(first)") { $0.text(at: "started_at").hasPrefix(first) }
      #expect(try await bench.page("limit=1&date_from=\(first)")["total"]?.double ?? 0 > 350)
      #expect(try await bench.page("date_to=2020-01-01")["total"] == 0)
      let real = try await bench.page("limit=1")["total"]?.double ?? 0
      #expect(try await bench.page("limit=1&include_simulated=true")["total"] == 400)
      #expect((330..<400).contains(real))
    }
  }
}

extension Bench {
  func page(_ query: String) async throws -> JSON {
    let body = try await get(Bench.read("calls?\(query)")).body
    return try #require(WireJSON.parse(Array(body.utf8)))
  }

  func calls(_ query: String) async throws -> [JSON] {
    try await page(query)["items"]?.elements ?? []
  }
}

extension JSON {
  fileprivate var sid: String {
    text(at: "call_sid")
  }
}
