/// What the program ends with: the manual and the README have these words.
package enum ExitStatuses {
  package static let all: [(status: Int, meaning: String)] = [
    (0, "done"),
    (
      1,
      "failed while running, which includes output that cannot be written, a file that the system "
        + "refuses, and too few files and connections left (`ulimit -n`)"
    ),
    (2, "the token was refused"),
    (checkIsOpen, "with `snapshot --check`: it is not known whether the condition holds"),
    (64, "wrong usage or configuration"),
    (130, "interrupted"),
  ]

  /// Of one command and flag alone.
  private static let checkIsOpen = 3

  /// In a sentence, those that any command may end with.
  package static var sentence: String {
    all.filter { $0.status != checkIsOpen }.map { "\($0.status) \($0.meaning)" }
      .joined(separator: "; ") + "."
  }
}
