import Testing
import WallboardBoard
import WallboardScreen
@testable import WallboardViews

struct TrendTests {
  @Test(
    arguments: [
      ([], "      "), ([0], "     ▁"), ([0, 0], "    ▁▁"), ([0, 1, 2], "   ▁▅█"),
      ([nil, 5, nil], "    █ "), ([1, 1, 1, 1, 1, 1, 1], "██████"),
      // A peak does not vanish where there are more samples than places.
      ([0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0], "▁█▁▁▁▁"),
      ([0, nil, nil, nil, 7, 0, 0, 0, 0, 0, nil, 0], "▁ █▁▁▁"),
    ] as [([Double?], String)])
  func isOneRow(samples: [Double?], expected: String) {
    #expect(Trend(samples).line(width: 6, .unicode) == expected)
  }

  @Test func aChartStandsOnItsLowestRow() {
    let chart = Trend([0, nil, 1, 2, 3, 4]).chart(width: 6, height: 2, .unicode)
    #expect(chart == ["   ▁▄█", "▁ ▅███"])
    #expect(Trend([0, 4]).chart(width: 2, height: 2, .ascii) == [" #", "_#"])
  }

  @Test func nothingCanBreakIt() {
    for samples in [[], [nil], [.nan], [.infinity, 1], [-1, 0]] as [[Double?]] {
      for width in [-1, 0, 1, 7] {
        for height in [-1, 0, 1, 3] {
          let chart = Trend(samples).chart(width: width, height: height, .unicode)
          #expect(chart.count == max(0, height))
          #expect(chart.allSatisfy { $0.count == max(0, width) })
        }
      }
    }
  }

  @Test func sparklinesStayWithinTheirBounds() {
    let values: [Double] = [-.infinity, -1, 0, 1, .nan, 2]
    let text = Sparkline.text(values, width: 5, bounds: -1...1, glyphs: .unicode)
    #expect(text == "▁▅█ █")
    #expect(Sparkline.text(values, width: 0, bounds: -1...1, glyphs: .ascii).isEmpty)
  }
}
