import Synchronization
package import WallboardEvents
package import WallboardSystem

/// Commands from the main thread to the network thread.
///
/// It holds what is asked for and not how often: asking twice before the network looks is asking
/// once, so that it cannot grow.
package final class CommandQueue: Sendable {
  private let pending = Mutex(PendingCommands())
  /// Signalled when there is something for the network thread.
  let wakeup: Wakeup

  package init() throws(WakeupFailure) {
    wakeup = try Wakeup()
  }

  package func post(_ command: NetworkCommand) {
    change { $0.add(command) }
  }

  /// Wakes the network thread up: there is room in a mailbox again.
  package func wake() {
    wakeup.signal()
  }

  func stop() {
    change { $0.stop = true }
  }

  /// Takes what is pending; the calls to follow stay.
  func take() -> PendingCommands {
    pending.withLock { pending in
      let taken = pending
      pending = PendingCommands(followed: taken.followed, follows: taken.follows)
      return taken
    }
  }

  private func change(_ body: (inout PendingCommands) -> Void) {
    pending.withLock { body(&$0) }
    wakeup.signal()
  }
}

extension CommandQueue {
  /// A call that is to be followed. One that is given up and followed again has another number, so
  /// that it begins anew.
  struct FollowedCall: Hashable {
    let callSID: CallSID
    let number: Int
  }

  /// What the main thread has asked for and the network thread has not looked at yet.
  struct PendingCommands {
    var reads: Set<SnapshotSource> = []
    /// Of each question the newest alone; the reducer asks for no more stories than it follows calls.
    var questions: [PastQuestion] = []
    /// Calls that are followed no more, whose stories nobody wants any longer.
    var dropped: Set<CallSID> = []
    var retry = false
    var stop = false
    /// The calls that are to be followed, ``Limits/followedCalls`` at the most.
    var followed: [FollowedCall] = []
    /// How many calls have been followed so far.
    fileprivate(set) var follows = 0

    fileprivate mutating func add(_ command: NetworkCommand) {
      switch command {
      case .read(let sources): reads.formUnion(sources)
      case .retryNow: retry = true
      case .follow(let callSID): follow(callSID)
      case .ask(let question): ask(question)
      case .unfollow(let callSID):
        followed.removeAll { $0.callSID == callSID }
        questions.removeAll { $0 == .story(callSID) }
        dropped.insert(callSID)
      }
    }

    private mutating func ask(_ question: PastQuestion) {
      questions.removeAll { $0 == question }
      questions.append(question)
      if questions.count > PastReads.mostQuestions { questions.removeFirst() }
    }

    private mutating func follow(_ callSID: CallSID) {
      followed.removeAll { $0.callSID == callSID }
      // The reducer asks for no more.
      guard followed.count < Limits.followedCalls else { return }
      follows &+= 1
      followed.append(FollowedCall(callSID: callSID, number: follows))
    }
  }
}
