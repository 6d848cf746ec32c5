extension FuzzTarget {
  /// The whole program without its shells: messages, answers, keys, time and windows in any order,
  /// folded and drawn.
  static let board = FuzzTarget(
    "board", rounds: 40, bytes: boards,
    words: [
      "\u{7}\u{1B}[200~x\u{1B}[201~\0", "\u{7}:columns\r\0", "\u{7}/age>5m\r\0", "\u{7}oOf\0",
      "\u{7}\u{1B}[<0;10;5M\0", "\u{7}\u{1B}[<65;8;9M\0", "\n\n\n", "\u{8}\u{C8}\n",
      "\u{9}\u{1}\u{1}\n",
    ]
  ) { bytes in
    var run = BoardRun(bytes)
    try run.toEnd()
  }

  /// One of each event, each message and each answer, then keys between frames.
  private static let boards: [[UInt8]] = [
    [1, 0] + (0..<50).flatMap { [0, $0, $0 % 3] } + [10],
    [2, 0, 0, 2, 0, 7] + Array("o\0".utf8) + (0..<26).flatMap { [2, 0, $0, 0] } + [10],
    [1, 1] + (0..<5).flatMap { [4, $0, 1] } + [10, 9, 200, 50, 10, 9, 1, 1, 10],
    [1, 0] + (0..<20).flatMap { [0, 2, $0] }
      + Array("?jjG\u{1B}".utf8).flatMap { [7, $0, 0, 10, 8, 1] },
    [1, 0] + (0..<20).flatMap { [0, 2, $0] }
      + Array("/age>1\r\tsrVcexz:".utf8).flatMap { [7, $0, 0, 10] },
    [0, 0] + (0..<10).flatMap { [0, 1, $0, 0, 2, $0, 8, 205, 10] },
  ]
}
