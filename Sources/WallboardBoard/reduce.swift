package import WallboardEvents

/// What happened. Everything that reaches the reducer from outside is one of these, time included,
/// so that folding the same log always gives the same board.
package enum Input: Equatable, Sendable {
  /// A workspace event came.
  case received(ReceivedEvent)
  /// A stream event came that could not be understood.
  indirect case malformed(MalformedEvent)
  /// Bytes without an event came: a heartbeat or a control frame.
  case heard(at: Timestamp)
  /// The connection to the stream changed.
  case connection(ConnectionChange)
  /// The platform's clock was measured, or this machine's was set.
  case clock(ClockChange)
  /// A REST read was sent; what it finds is older than the events that follow this.
  case readStarted(SnapshotSource, at: Timestamp)
  /// A REST read came back whole.
  case read(SnapshotPart, ReadNotes = ReadNotes(), at: Timestamp)
  /// A REST read failed; it is tried again at `retryAt`, or not by itself when that is `nil`.
  case readFailed(SnapshotSource, reason: BoundedString, retryAt: Timestamp?, at: Timestamp)
  /// The platform was asked for what is over, and this came of it.
  case past(PastAnswer, at: Timestamp)
  /// An event of a followed call came.
  case observed(ReceivedObserverEvent)
  /// A message of a followed call came that could not be understood.
  indirect case observedMalformed(CallSID, MalformedEvent)
  /// The connection to a followed call's observer socket changed.
  case observer(ObserverChange)
  /// A person asked for something.
  case intent(Intent)
  /// The shell has something to say, such as where it saved a file.
  case notice(String)
  /// A note was written, now or in a recording.
  indirect case note(Note)
  /// A note could not be written.
  case noteFailed(reason: String)
  /// What notes there are, oldest first, and how many could not be read.
  case notes([Note], unreadable: Int, at: Timestamp)
  /// A recorded person followed a call, or followed it no more.
  case following(CallSID, isOn: Bool, at: Timestamp)
  /// Time passed in a recording; local time is so many seconds ahead of UTC.
  case passed(to: Timestamp, utcOffset: Int)
  /// The recording is looked at from another moment on, at which the board was this.
  indirect case restored(Board)
  /// What comes is written to a recording, or can be no more.
  case recording(isOn: Bool)
  /// The recording that is played stands so.
  case playback(Playback)
  /// A frame is about to be drawn.
  case frame(Frame)
}

extension Input {
  /// What the network has to tell.
  package init(_ heard: consuming Heard) {
    self =
      switch consume heard {
      case .received(let event): .received(event)
      case .malformed(let event): .malformed(event)
      case .bytes(let time): .heard(at: time)
      case .connection(let change): .connection(change)
      case .clock(let change): .clock(change)
      case .readStarted(let source, let time): .readStarted(source, at: time)
      case .read(let part, let notes, let time): .read(part, notes, at: time)
      case .readFailed(let source, let reason, let retryAt, let time):
        .readFailed(source, reason: reason, retryAt: retryAt, at: time)
      case .past(let answer, let time): .past(answer, at: time)
      case .observed(let event): .observed(event)
      case .observedMalformed(let callSID, let event): .observedMalformed(callSID, event)
      case .observer(let change): .observer(change)
      }
  }
}

/// Folds what happened into the state, and says what the shell must do about it.
///
/// The only place where state changes. It knows no clock, no randomness and no world but what the
/// input carries.
package func reduce(into state: inout WallboardState, _ input: Input) -> [Effect] {
  switch input {
  case .received(let event):
    state.receive(event)
  case .malformed(let event):
    state.receive(event)
  case .heard(let time):
    state.board.connection.hear(at: time)
  case .connection(let change):
    return state.change(connection: change)
  case .clock(let change):
    state.change(clock: change)
  case .readStarted(let source, let time):
    state.board.startRead(source, at: time)
  case .read(let part, let notes, let time):
    state.board.finishRead(part, notes, at: time)
  case .readFailed(let source, let reason, let retryAt, let time):
    state.board.failRead(source, reason: reason, retryAt: retryAt, at: time)
  case .past(let answer, let time):
    state.take(answer, at: time)
  case .observed(let event):
    state.observe(event)
  case .observedMalformed(let callSID, let event):
    state.observe(event, of: callSID)
  case .observer(let change):
    state.change(observer: change)
  case .intent(let intent):
    return state.notePerson(intent) ? [.readNotes] : state.perform(intent)
  case .notice(let text):
    state.view.announce(text)
  case .note(let note):
    state.take(note)
  case .noteFailed(let reason):
    state.reopenNote(because: reason)
  case .notes(let notes, let unreadable, let time):
    state.take(notes: notes, unreadable: unreadable, at: time)
  case .following(let callSID, let isOn, let time):
    state.board.replayFollowing(callSID, isOn: isOn, at: time)
  case .passed(let time, let utcOffset):
    return state.pass(to: time, utcOffset: utcOffset)
  case .restored(let board):
    state.restore(board)
  case .recording(let isOn):
    state.view.isRecording = isOn
  case .playback(let playback):
    state.view.playback = playback
  case .frame(let frame):
    return state.begin(frame)
  }
  return []
}

extension WallboardState {
  /// Counts the event and folds it, unless it came before.
  fileprivate mutating func receive(_ event: ReceivedEvent) {
    guard isNew(event.fingerprint, id: event.id, at: event.receivedAt) else { return }
    board.count(event)
    board.fold(event.event, at: event.at)
    board.activity.append(.event(event.event), event.faults, at: event.at)
    board.alerts.note(event)
  }

  /// Counts an event that could not be understood, or was too large to be read, unless it came before.
  fileprivate mutating func receive(_ event: MalformedEvent) {
    guard isNew(event.fingerprint, id: event.id, at: event.receivedAt) else { return }
    let content: ActivityEntry.Content
    if let bytes = event.leftOut {
      board.counts.tooLarge += 1
      content = .leftOut(name: event.name, bytes: bytes)
    } else {
      board.counts.malformed += 1
      content = .malformed(name: event.name, reason: event.reason)
    }
    board.activity.append(content, at: event.receivedAt)
  }

  /// Notes that an event came, and whether it is new; one that came before is counted alone.
  private mutating func isNew(_ fingerprint: UInt64, id: BoundedString?, at time: Timestamp) -> Bool
  {
    board.connection.hear(at: time)
    guard duplicates.isNew(fingerprint) else {
      board.counts.duplicates += 1
      return false
    }
    board.connection.resume(after: id)
    return true
  }
}

extension Board {
  fileprivate mutating func count(_ event: ReceivedEvent) {
    revision &+= 1
    counts.count(event.event)
    counts.extraFields += event.extras.count
    if !event.faults.isEmpty { counts.degraded += 1 }
    rate.count(at: event.receivedAt)
  }
}

extension Board {
  /// Folds one event that came for the first time.
  fileprivate mutating func fold(_ event: WorkspaceEvent, at time: Timestamp) {
    switch event {
    case .callStarted(let call): start(call, at: time)
    case .callEnded(let call): end(call, at: time)
    case .callEscalated(let call): escalate(call, at: time)
    case .operatorJoinedCall(let join):
      put(join.operatorID, on: join.callSID, mode: join.mode, at: time)
    case .operatorModeChanged(let change):
      put(change.operatorID, on: change.callSID, mode: change.mode, at: time)
    case .operatorLeftCall(let leave): take(leave.operatorID, off: leave.callSID, at: time)
    case .operatorWrapUp(let wrapUp): self.wrapUp(wrapUp)
    case .operatorStatusChanged(let change):
      setStatus(change.status, of: change.operatorID, at: time)
    case .operatorRegistered(let registration): register(registration, at: time)
    case .operatorProfileUpdated(let update): updateProfile(update.operatorID)
    case .surfaceCreated(let surface): create(surface, at: time)
    case .surfaceDelivered(let surface): deliver(surface, at: time)
    case .surfaceOpened(let surface): open(surface, at: time)
    case .surfaceFieldSaved(let field): save(field, at: time)
    case .surfaceSubmitted(let surface): submit(surface, at: time)
    case .surfacePendingReview(let surface): awaitReview(surface, at: time)
    case .surfaceReviewApproved(let surface): move(surface.surfaceID, to: .approved, at: time)
    case .surfaceReviewRejected(let surface): reject(surface, at: time)
    case .surfaceArchived(let surface):
      move(surface.surfaceID, to: .archived, entity: surface.entityID, at: time)
    case .surfaceReshaped(let surface): reshape(surface, at: time)
    case .surfaceUpdated(let surface): touch(surface)
    case .textStarted(let session): start(session, at: time)
    case .textCompleted(let session): end(session)
    case .textBackgroundResult(let result):
      if let succeeded = result.succeeded {
        history.noteTool(hasFailed: !succeeded, at: clock(time))
      }
    case .channelEmailBounced, .channelEmailClicked, .channelEmailComplained,
      .channelEmailDelayed, .channelEmailDelivered, .channelEmailOpened, .channelEmailReceived,
      .channelEmailRejected, .channelVoicemailStatus, .encounterUpdated,
      .integrationApprovalGranted, .integrationApprovalRejected, .pipelineError,
      .pipelineSyncCompleted, .reviewSubmitted, .selfImageBriefGenerated, .simulationTurnStored,
      .textAgentMessage, .textToolStarted, .triggerCompleted,
      .triggerFailed, .triggerFired, .workspaceInvitationAccepted, .workspaceInvitationSent,
      .workspaceMemberAdded, .workspaceMemberRoleUpdated, .unknown:
      break  // Activity alone.
    }
  }
}
