extension Terminal {
  /// Rings the bell, or does what the person has set the terminal to do in its place. A terminal
  /// that takes nothing is rung once when it does again, however often it ought to have been.
  package func ring() {
    isBellDue = device.hasUnsentOutput
    if !isBellDue { device.send([0x07]) }
  }
}
