import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("Numbers for colours without one")
struct ColorSlotsTests {
  @Test("begin after the sixteen of the person, and stay the same")
  func numbers() {
    var slots = ColorSlots()
    let orange = Color.rgb(RGB(red: 255, green: 128, blue: 0))
    #expect(slots.number(of: orange) == 16)
    #expect(slots.number(of: .indexed(200)) == 17)
    #expect(slots.number(of: orange) == 16)
    #expect(slots.number(of: .ansi(.brightRed)) == 9)
    #expect(slots.number(of: .indexed(3)) == 3)
    #expect(slots.number(of: .terminalDefault) == nil)
    #expect(slots.parameters == [16: Array("2;255;128;0".utf8), 17: Array("5;200".utf8)])
  }

  @Test("end at the last one, after which colours are one of the sixteen")
  func exhausted() {
    var slots = ColorSlots()
    let numbers = (0..<300).compactMap { index in
      slots.number(of: .rgb(RGB(red: UInt8(index % 256), green: UInt8(index / 256), blue: 9)))
    }
    #expect(numbers.count == 300)
    #expect(numbers.max() == 255)
    #expect(numbers.dropFirst(240).allSatisfy { $0 < 16 })
  }
}
