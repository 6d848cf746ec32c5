import WallboardBoard
import WallboardEvents
package import WallboardScreen
import WallboardViews

/// What a board reaches besides its screen and the network; what is `nil` is not there.
package struct BoardServices {
  package var memory: LayoutMemory?
  package var views: ViewFile?
  package var alarm: Alarm?
  package var log: ActionLog?
  package var recorder: Recorder?
  package var blackBox: BlackBox?
  /// What to say where there is none.
  package var blackBoxProblem = "The last minutes are not kept"
  /// The themes that can be chosen.
  package var themes: [Theme] = []

  /// Nothing is remembered, saved, heard or logged.
  package init() {}
}

extension BoardLoop {
  /// Saves the screen, masked.
  func saveView() {
    guard let views = services.views else { return }
    fold(.notice(views.save(maskedRows(), at: Clock.now)))
  }

  /// Writes the last minutes and the screen to files, masked.
  func writeBlackBox() {
    guard let blackBox = services.blackBox else {
      fold(.notice(services.blackBoxProblem))
      return
    }
    let words = blackBox.save(rows: maskedRows())
    services.log?.note(words)
    fold(.notice(words))
  }

  /// The screen, drawn once more without anything private.
  private func maskedRows() -> [String] {
    var canvas = Canvas(size: drawnSize ?? screen.size)
    Dashboard.draw(state.masked, settings: drawing, into: &canvas)
    return canvas.rows
  }

  /// Makes alerts heard: the bell rings once for all. A command is told nothing private: its words
  /// stand in the list of processes.
  func raise(_ alerts: [Alert]) {
    guard let alarm = services.alarm else { return }
    let words = AlertWords(state.board, state.settings.alerts, state.settings.privacy.masked.output)
    let ringing = alerts.filter { alarm.raise($0, sentence: words.sentence($0)) }
    if !ringing.isEmpty { screen.ring() }
  }

  /// Sees to what goes on beside the board.
  func tendServices(isNewSecond: Bool) {
    let now = Clock.uptime
    if let moment = settlesAt, now >= moment {
      settlesAt = nil
      ResidentMemory.giveBackUnwritten()
    }
    if now >= metersAt {
      metersAt = now + Self.meterInterval
      services.log?.note(meter.words(state.board, at: now))
    }
    if let problem = services.alarm?.tend(at: now) { fold(.notice(problem)) }
    if let problem = services.recorder?.problem() {
      services.log?.note(problem)
      fold(.recording(isOn: false))
      fold(.notice(problem))
    }
    if isNewSecond, let blackBox = services.blackBox {
      // A few seconds are too short to write down where it is; a hint bar without hints is no good.
      if let words = blackBox.lastCrash, now < crashToldUntil, state.view.notice == nil {
        fold(.notice(words))
      }
      blackBox.tend(rows: maskedRows)
    }
    if isNewSecond, let memory = services.memory {
      memory.note(chosenLayout(over: memory.remembered), at: now)
    }
  }

  /// Marks this moment in the recording that is written, or in the one that is played.
  func bookmark() {
    if let recorder = services.recorder, recorder.isRecording {
      recorder.bookmark(at: feed.now)
      fold(.notice("Bookmark set"))
    } else if !feed.bookmark() {
      fold(.notice("Nothing is recorded: --record FILE does"))
    }
  }

  /// Remembers the layout as it was left.
  func rememberLayout() {
    guard let memory = services.memory else { return }
    memory.remember(chosenLayout(over: memory.remembered))
  }

  private func chosenLayout(over remembered: Layout) -> Layout {
    state.view.layout.chosen(besides: state.settings.layout, over: remembered)
  }
}
