package import WallboardEvents

/// What the shell must do because of an input.
package enum Effect: Equatable, Sendable {
  case network(NetworkCommand)
  /// Copy to the clipboard of the person's terminal.
  case copy(CopyRequest)
  /// Draw with that theme from now on.
  case theme(String)
  /// Write what is on the screen to a file, masked.
  case saveView
  /// Write the last minutes to a file, masked.
  case writeBlackBox
  /// Keep a note, and tell what became of it.
  case writeNote(Note)
  /// Read the notes again: another board may have written some.
  case readNotes
  /// Read the settings again.
  case reload
  /// Tell of the alerts that were just raised or have become critical, the most urgent first.
  case alarm([Alert])
  /// Tell the person what the program itself takes.
  case meter
  /// Do that with the recording that is played.
  case playback(PlaybackCommand)
  /// Mark this moment in the recording.
  case bookmark
  case repaint
  case suspend
  case quit
}

/// What is copied.
package enum CopyRequest: Equatable, Sendable {
  /// The key of a thing.
  case id(String)
  /// A line of a followed call's time line, as far as its words are shown.
  case line(CallSID, EntryNumber)
}
