import Testing
import WallboardEvents

@testable import WallboardApp

@Suite("What is told of a followed call's connection")
struct FollowNoticesTests {
  private var notices = FollowNotices()

  private mutating func tell(
    _ phase: ObserverPhase, isCallUnknown: Bool = false
  ) throws -> [String] {
    let callSID = try #require(CallSID("CA1"))
    var change = ObserverChange(callSID, phase, at: Timestamp(milliseconds: 0))
    change.isCallUnknown = isCallUnknown
    return notices.lines(for: change)
  }

  private let waiting = ObserverPhase.waiting(
    until: Timestamp(milliseconds: 1_000), attempt: 1, reason: "It broke off")

  @Test("That a call is not known is not told while it is asked for again")
  mutating func unknown() throws {
    #expect(try tell(.connecting(attempt: 1)) == ["Call CA1: connecting"])
    for attempt in 2...5 {
      #expect(try tell(.open, isCallUnknown: attempt > 2) == [])
      #expect(try tell(waiting, isCallUnknown: true) == [])
      #expect(try tell(.connecting(attempt: attempt), isCallUnknown: true) == [])
    }
    #expect(try tell(.open, isCallUnknown: true) == [])
    #expect(notices.lineOnArrival() == "Call CA1: following", "it began after all")
    #expect(notices.lineOnArrival() == nil)
  }

  @Test("A connection that opened and was lost is told in that order")
  mutating func lost() throws {
    #expect(try tell(.open) == [])
    #expect(
      try tell(waiting) == ["Call CA1: following", "Call CA1: It broke off; trying again in 1 s"])
    #expect(try tell(.connecting(attempt: 2)) == ["Call CA1: connecting (attempt 2)"])
  }

  @Test("The last line is the program's")
  mutating func ends() throws {
    for phase in [ObserverPhase.refused(reason: "4403"), .notFound(reason: "4004")] {
      _ = try tell(.open)
      #expect(try tell(phase) == [])
    }
    _ = try tell(.open)
    #expect(try tell(.ended) == ["Call CA1: following"])
  }
}
