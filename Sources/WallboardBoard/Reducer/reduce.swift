/// Folds what happened into the state, and says what the shell must do about it.
///
/// The only place where state changes. It knows no clock, no randomness and no world but what the
/// action carries.
package func reduce(into state: inout WallboardState, _ action: Action) -> [Effect] {
  switch action {
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
  case .observed(let event):
    state.observe(event)
  case .observedMalformed(let callSID, let event):
    state.observe(event, of: callSID)
  case .observer(let change):
    state.change(observer: change)
  case .intent(let intent):
    return state.noteKey(intent) ? [] : state.obey(intent)
  case .notice(let text):
    state.view.tell(text)
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
