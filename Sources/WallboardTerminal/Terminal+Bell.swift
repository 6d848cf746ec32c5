extension Terminal {
  /// Rings the bell, or does what the person has set the terminal to do in its place.
  package func ring() {
    device.send([0x07])
  }
}
