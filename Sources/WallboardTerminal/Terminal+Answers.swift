import Glibc
import WallboardScreen

extension Terminal {
  /// DA1 (ECMA-48 8.3.24): what are you? Every terminal's answer is a sequence that no key sends.
  private static let question = Array("\u{1B}[c".utf8)
  /// How long an answer is waited for before the shell gets the terminal; longer where answers take
  /// longer.
  private static let farewellPatience: Duration = .seconds(1)
  private static let longestFarewellPatience: Duration = .seconds(3)

  /// Asks the terminal for an answer, which it gives when it has read all that was written before;
  /// `false` for one that may not understand.
  package func ask() -> Bool {
    guard isAskable else { return false }
    device.send(Self.question)
    askedAt = .now
    answersBefore = decoder.answers
    return true
  }

  /// Whether the answer to the last question is still to come.
  package var isAnswerDue: Bool { askedAt != nil }

  /// How many bytes were written so far.
  package var bytesWritten: Int { device.bytesWritten }

  /// Takes note of answers that were among what was typed.
  func noteAnswers() {
    guard let askedAt, decoder.answers != answersBefore else { return }
    lastAnswer = askedAt.duration(to: .now)
    self.askedAt = nil
  }

  /// Waits for an answer that is still to come, so that it is not typed into the shell. What has not
  /// come after a second is not waited for, and what was typed until then is thrown away with it.
  func awaitAnswer() {
    // Who is in the background may not read: it would be stopped.
    guard let askedAt, device.isForeground else { return }
    let patience = max(Self.farewellPatience, min(lastAnswer * 2, Self.longestFarewellPatience))
    // One that has never answered gets a second from the question on.
    let deadline = (decoder.answers == 0 ? askedAt : .now) + patience
    while self.askedAt != nil, !device.isGone, device.waitForInput(until: deadline) {
      _ = decoder.decode(device.read(atMost: 4_096))
      noteAnswers()
    }
    if self.askedAt != nil { device.discardInput() }
  }
}
