import WallboardBoard
import WallboardScreen

/// A number as its row shows it.
struct NumberRow {
  let metric: Metric
  let value: Double?
  let judgement: Judgement?
}

extension Scene {
  func drawNumbers(in frame: PanelFrame, on page: inout Page) {
    let columns = NumberColumns.all(in: frame.rows.width)
    drawTable(.numbers, columns, in: frame, on: &page.canvas, drawn: &page.numbers) { row in
      guard case .metric(let metric) = row else { return nil }
      let value = reading[metric]
      return NumberRow(
        metric: metric, value: value, judgement: judgement(of: metric, value))
    }
  }
}

/// The columns of the numbers.
enum NumberColumns {
  /// The columns in rows that wide: a trend is drawn for the columns that it gets.
  static func all(in width: Int) -> [Column<NumberRow>] {
    let trendWidth = min(max(10, width - 46), HourLedger.minutes + 1)
    return [
      Column(.number, 19, to: 22, rank: 0) { number, _ in
        Phrase(number.metric.title, number.value == nil ? .muted : .text)
      },
      Column(.value, 10, rank: 0, alignment: .right, phrase: value),
      Column(.target, 8, rank: 1) { number, scene in
        Phrase(scene.targets[number.metric]?.words(of: number.metric) ?? "", .muted)
      },
      Column(.trend, trendWidth, rank: 2) { number, scene in
        let samples = scene.board.history.samples(of: number.metric) + [number.value]
        return Phrase(Trend(samples).line(width: trendWidth, scene.glyphs), .info)
      },
    ]
  }

  private static func value(_ number: NumberRow, _ scene: Scene) -> Phrase {
    let mark = number.judgement.mark(scene.glyphs)
    let words = number.metric.text(number.value)
    return Phrase(
      mark.isEmpty ? words : "\(mark) \(words)",
      number.judgement.role(orElse: number.value == nil ? .muted : .value))
  }
}
