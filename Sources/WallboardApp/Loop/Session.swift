package import WallboardBoard
package import WallboardEvents
import WallboardNetwork
package import WallboardPlatform
package import WallboardSystem
package import WallboardWire

/// A connection to a workspace on a thread of its own, until ``stop()``.
package final class Session {
  /// What a session connects to.
  package enum Subject: Equatable, Sendable {
    /// The workspace's stream and reads, and the calls that commands name.
    case workspace
    /// Only one call's observer socket.
    case call(CallSID)
  }

  /// Woken when there is something to drain.
  package let wakeup: Wakeup
  package let workspace: WorkspaceID
  private let heard: Mailbox<Delivery>
  private let decoder = WorkspaceEventDecoder()
  private let rawEvents: Mailbox<ServerSentEvent>?
  private let commands: CommandQueue
  private let time = MachineTime.system
  /// Milliseconds by which the platform's clock is ahead of the machine's uptime, as far as
  /// drained.
  private var clockOffset: Int64
  private let thread: NetworkThread

  /// Connects as the settings say. Where they name no workspace, waits for the platform to tell
  /// whose token it is. `wantsRawEvents` keeps the events as they were parsed.
  package init(
    _ settings: Settings, credential: Credential, version: String,
    subject: Subject = .workspace, wantsRawEvents: Bool = false
  ) throws {
    let transfers = settings.transfers(credential, version: version)
    try Self.checkProxies(settings)
    workspace = try settings.workspace ?? Self.ownWorkspace(settings.address, transfers)
    let endpoints = PlatformEndpoints(
      address: settings.address, workspace: workspace, observerAddress: settings.observerAddress)
    var configuration = NetworkConfiguration(endpoints: endpoints, transfers: transfers)
    configuration.silenceLimit = .seconds(settings.streamSilence)
    configuration.doubtLimit = .seconds(settings.staleAfter)
    configuration.observerSilenceLimit = .seconds(settings.observerSilence)
    configuration.observerAuthentication = settings.observerAuthentication
    configuration.opensStream = subject == .workspace
    clockOffset = time.offset
    configuration.time = time
    configuration.clockOffset = clockOffset
    let wakeup = try Wakeup()
    self.wakeup = wakeup
    let commands = try CommandQueue()
    self.commands = commands
    heard = Mailbox(onArrival: { wakeup.signal() }, onRoom: { commands.wake() })
    rawEvents =
      wantsRawEvents
      ? Mailbox(onArrival: { wakeup.signal() }, onRoom: { commands.wake() }) : nil
    thread = try NetworkThread(
      configuration, output: NetworkOutput(heard: heard, rawEvents: rawEvents),
      commands: commands)
    if case .call(let callSID) = subject { commands.post(.follow(callSID)) }
  }

  /// Disconnects, and waits until the thread has ended.
  package func stop() {
    thread.stop()
  }

  /// The events as the parser dispatched them, since the last call.
  package func drainRawEvents() -> [ServerSentEvent] {
    rawEvents?.drain().flatMap(\.self) ?? []
  }

  /// Reports a malformed proxy at the start, rather than again and again on the board.
  static func checkProxies(_ settings: Settings) throws {
    for address in [settings.address, settings.observerAddress].compactMap(\.self) {
      do {
        _ = try settings.proxies.proxy(to: address.origin)
      } catch {
        throw SettingsError("\(error).")
      }
    }
  }

  /// `GET /v1/auth/me` knows which workspace an API key belongs to (contract 3.1).
  static func ownWorkspace(
    _ address: PlatformAddress, _ transfers: TransferOptions
  ) throws -> WorkspaceID {
    do {
      let answer = try PlatformQuery.answer(to: address.keyIdentity, options: transfers)
      return try KeyIdentity(answer).workspace
    } catch let end {
      throw SessionError(end)
    }
  }
}

extension Session: Feed {
  package func drain<Failure: Error>(
    _ take: (Input) throws(Failure) -> Void
  ) throws(Failure) {
    for batch in heard.drain() {
      for delivery in batch {
        try delivery.forEach(decoder) { (heard: consuming Heard) throws(Failure) in
          if case .clock(let change) = heard { clockOffset += change.step }
          try take(Input(heard))
        }
      }
    }
  }

  /// The platform's time, as far as it is known.
  package var now: Timestamp {
    Timestamp(milliseconds: time.uptime()).advanced(milliseconds: clockOffset)
  }

  package func send(_ command: NetworkCommand) {
    commands.post(command)
  }
}

/// Why a session could not begin.
package struct SessionError: Error, CustomStringConvertible {
  package let end: HeadlessEnd
  package let description: String

  init(_ attempt: AttemptEnd) {
    let reason = "The workspace is not known (--workspace names it): \(attempt.sentence)"
    description = reason
    end = attempt.isRefusal ? .refused(reason) : .failed(reason)
  }
}
