import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// What a board uses besides its screen and the network; each may be absent.
package struct BoardServices {
  package var memory: LayoutMemory?
  package var views: ViewFile?
  package var alarm: Alarm?
  package var log: InputLog?
  /// Where notes are kept; `nil` on a wall, over a recording and without a home.
  package var notes: NoteFile?
  package var recorder: Recorder?
  package var blackBox: BlackBox?
  /// What to say where there is no black box.
  package var blackBoxProblem = "The last minutes are not kept"
  /// Reads the settings again.
  package var reload: SettingsReload?
  /// Finds out when the token ends.
  package var keyExpiry: KeyExpiry?
  /// The themes that can be chosen.
  package var themes: ThemeLibrary?

  package init() {}
}

extension BoardLoop {
  /// The terminal may have said what its background is: what suits it is another theme then.
  func adoptBackground() {
    guard var themes = services.themes,
      let background = screen.background.map(ThemeBackground.init(of:)),
      background != themes.background
    else { return }
    themes.background = background
    services.themes = themes
    var drawing = drawing
    drawing.themes = themes.notes
    use(drawing)
    if themes.isAutomatic(state.theme) { themes[state.theme].map(screen.use) }
  }

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

  /// The screen, drawn again with everything private masked.
  private func maskedRows() -> [String] {
    var canvas = Canvas(size: drawnSize ?? screen.size)
    Dashboard.draw(state.masked, settings: drawing, into: &canvas)
    return canvas.rows
  }

  /// Raises the alarm; the bell rings once for all of them. A command is given nothing private: its
  /// arguments show in the list of processes.
  func raise(_ alerts: [Alert]) {
    guard let alarm = services.alarm else { return }
    let words = AlertWords(state.board, state.settings.alerts, state.settings.privacy.masked.output)
    let ringing = alerts.filter { alarm.raise($0, sentence: words.sentence($0)) }
    if !ringing.isEmpty { screen.ring() }
  }

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
      // Told for a minute, since a few seconds are too short to write the path down; but not over
      // another notice.
      if let words = blackBox.lastCrash, now < crashToldUntil, state.view.notice == nil {
        fold(.notice(words))
      }
      blackBox.tend(rows: maskedRows)
    }
    if isNewSecond, state.view.notice == nil,
      let words = services.keyExpiry?.tend(now: feed.now, at: now)
    {
      fold(.notice(words))
    }
    if isNewSecond, let memory = services.memory {
      memory.note(chosenLayout(over: memory.remembered), at: now)
    }
  }

  /// Does with notes what was asked for.
  func handOver(_ effect: Effect) {
    if case .writeNote(let note) = effect { write(note) } else { readNotes() }
  }

  /// Keeps a note. What became of it is told.
  private func write(_ note: Note) {
    guard let file = services.notes else {
      fold(.noteFailed(reason: "there is no folder for it"))
      return
    }
    do {
      try file.append(note)
      fold(.note(note))
    } catch {
      fold(.noteFailed(reason: "\(error)"))
    }
  }

  /// Reads the notes again, those of other boards of this account among them.
  func readNotes() {
    guard let file = services.notes else { return }
    do {
      let found = try file.read(at: feed.now)
      fold(.notes(found.notes, unreadable: found.unreadable, at: feed.now))
    } catch {
      fold(.notice("The notes could not be read: \(error)"))
    }
  }

  /// Bookmarks this moment in the recording that is being written or played.
  func bookmark() {
    if let recorder = services.recorder, recorder.isRecording {
      recorder.bookmark(at: feed.now)
      fold(.notice("Bookmark set"))
    } else if !feed.bookmark() {
      fold(.notice("Nothing is being recorded: start with --record FILE"))
    }
  }

  func rememberLayout() {
    guard let memory = services.memory else { return }
    memory.remember(chosenLayout(over: memory.remembered))
  }

  private func chosenLayout(over remembered: Layout) -> Layout {
    state.view.layout.chosen(besides: state.settings.layout, over: remembered)
  }
}
