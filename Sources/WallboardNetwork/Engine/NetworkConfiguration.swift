package import WallboardPlatform

/// What the network needs to know.
package struct NetworkConfiguration: Sendable {
  /// The workspace's addresses.
  package var endpoints: PlatformEndpoints
  /// Whether the workspace's stream is kept open; calls can be followed without it.
  package var opensStream = true
  /// What all requests have in common.
  package var transfers: TransferOptions
  /// How long the stream may bring no byte at all before it is given up (contract 2.3).
  package var silenceLimit: Duration = .seconds(75)
  /// How long the answer to a request for the stream may take to begin before that is told.
  package var answerPatience: Duration = .seconds(5)
  /// How long the stream may bring no byte before a person who asks for it gets a new one.
  package var doubtLimit: Duration = .seconds(45)
  /// How long a followed call's socket may bring no byte at all, an answer to our ping included,
  /// before it is given up (contract 1.3).
  package var observerSilenceLimit: Duration = .seconds(60)
  /// How the token is shown to observer sockets.
  package var observerAuthentication = ObserverAuthentication.subprotocol
  /// The most time that one page of a read may take.
  package var readTimeout: Duration = .seconds(30)
  /// Where this machine's time comes from.
  package var time = MachineTime.system
  /// Milliseconds by which the board's clock is ahead of the machine's uptime at the start; `nil`
  /// has it begin at the wall clock.
  package var clockOffset: Int64?

  /// A configuration with the usual time limits.
  package init(endpoints: PlatformEndpoints, transfers: TransferOptions) {
    self.endpoints = endpoints
    self.transfers = transfers
  }
}
