import Synchronization
package import WallboardEvents
package import WallboardSystem

/// The way from the main thread to the network thread.
///
/// It keeps what is wished for, not how often: asking twice before the network looks is asking
/// once, so that it cannot grow.
package final class CommandQueue: Sendable {
  private let wishes = Mutex(Wishes())
  /// Called when there is something for the network thread.
  let wakeup: Wakeup

  /// A queue without a wish.
  package init() throws(WakeupFailure) {
    wakeup = try Wakeup()
  }

  /// Asks the network thread for something.
  package func post(_ command: NetworkCommand) {
    change { $0.add(command) }
  }

  /// Lets the network thread look around: there is room in a mailbox.
  package func wake() {
    wakeup.signal()
  }

  /// Asks the network thread to end.
  func stop() {
    change { $0.stop = true }
  }

  /// Takes all wishes.
  func take() -> Wishes {
    wishes.withLock { wishes in
      let taken = wishes
      wishes = Wishes(followed: taken.followed, follows: taken.follows)
      return taken
    }
  }

  private func change(_ body: (inout Wishes) -> Void) {
    wishes.withLock { body(&$0) }
    wakeup.signal()
  }
}

extension CommandQueue {
  /// A wish to follow a call. One that was given up and wished for again has another number: it
  /// begins anew.
  struct FollowedCall: Hashable {
    let callSID: CallSID
    let number: Int
  }

  /// What the main thread wants and the network thread has not yet looked at.
  struct Wishes {
    var reads: Set<SnapshotSource> = []
    var retry = false
    var stop = false
    /// The calls that are to be followed, as many as ``Limits/followedCalls`` at the most. They
    /// stay wished for when the others have been taken.
    var followed: [FollowedCall] = []
    /// How often somebody wished to follow a call.
    fileprivate(set) var follows = 0

    fileprivate mutating func add(_ command: NetworkCommand) {
      switch command {
      case .read(let sources): reads.formUnion(sources)
      case .retryNow: retry = true
      case .follow(let callSID): follow(callSID)
      case .unfollow(let callSID): followed.removeAll { $0.callSID == callSID }
      }
    }

    private mutating func follow(_ callSID: CallSID) {
      followed.removeAll { $0.callSID == callSID }
      // The reducer wishes for no more.
      guard followed.count < Limits.followedCalls else { return }
      follows &+= 1
      followed.append(FollowedCall(callSID: callSID, number: follows))
    }
  }
}
