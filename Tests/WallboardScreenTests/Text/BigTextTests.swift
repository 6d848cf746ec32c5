import Testing
import WallboardScreen

struct BigTextTests {
  @Test func aTimeInFiveRows() {
    #expect(
      BigText.rows("02:41", .medium) == [
        "██████  ██████      ██  ██    ██  ",
        "██  ██      ██  ██  ██  ██  ████  ",
        "██  ██  ██████      ██████    ██  ",
        "██  ██  ██      ██      ██    ██  ",
        "██████  ██████          ██  ██████",
      ])
  }

  @Test func threeRowsAreMadeOfHalves() {
    #expect(BigText.rows("25%", .small) == ["▀▀█ █▀▀ ▀ █", "█▀▀ ▀▀█ ▄▀ ", "▀▀▀ ▀▀▀ ▀ ▀"])
  }

  @Test func withoutUnicodeThereAreHashesAndSegments() {
    #expect(
      BigText.rows("7", .medium, isASCII: true) == [
        "######", "    ##", "    ##", "    ##", "    ##",
      ])
    #expect(
      BigText.rows("14:3", .small, isASCII: true) == [
        "           _ ", "  | |_| .  _|", "  |   | .  _|",
      ])
  }

  @Test(arguments: BigText.Size.allCases, [true, false])
  func everyRowIsAsWideAsItIsSaid(size: BigText.Size, isASCII: Bool) {
    let alphabet = "0123456789:.,%-–+/<>!? dhkmsABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for text in [alphabet, "", "漢é", "STALE 02:41"] + alphabet.map(String.init) {
      let rows = BigText.rows(text, size, isASCII: isASCII)
      #expect(rows.count == size.height)
      let width = BigText.width(of: text, size, isASCII: isASCII)
      #expect(rows.allSatisfy { TextLayout.width(of: $0) == width }, "\(text)")
      #expect(!isASCII || rows.allSatisfy { $0.allSatisfy(\.isASCII) })
    }
  }

  /// Five metres away a digit is known by its shape alone.
  @Test(arguments: BigText.Size.allCases, [true, false])
  func noTwoDigitsLookAlike(size: BigText.Size, isASCII: Bool) {
    let pictures = "0123456789".map { BigText.rows(String($0), size, isASCII: isASCII) }
    #expect(Set(pictures).count == 10)
  }

  @Test func theLargestThatFitsIsTaken() {
    #expect(BigText.largest("42", width: 100, height: 20) == .giant)
    #expect(BigText.largest("42", width: 18, height: 20) == .large)
    #expect(BigText.largest("42", width: 17, height: 20) == .medium)
    #expect(BigText.largest("42", width: 100, height: 4) == .small)
    #expect(BigText.largest("42", width: 6, height: 4) == nil)
  }
}
