import WallboardBoard
import WallboardEvents
import WallboardScreen

struct NumberExplanation: RegionMaker {
  let context: FrameContext

  /// What a number counts, what it is made from and how it went.
  func content(of metric: Metric, width: Int) -> OverlayContent {
    OverlayContent(
      title: metric.title,
      facts: standing(of: metric) + inputs(of: metric) + lastHour(of: metric, width: width)
        + origin(of: metric),
      labelWidth: 9, width: width)
  }

  private func standing(of metric: Metric) -> [Fact] {
    var list = FactList(context)
    let value = context.reading[metric]
    let severity = targets.severity(of: metric, in: context.reading)
    let words = [severity.mark(glyphs), metric.text(value), standing(of: metric, value, severity)]
    list.add(
      "Now", words.filter { !$0.isEmpty }.joined(separator: " "),
      severity?.role ?? (value == nil ? .muted : .value))
    list.add("Target", target(of: metric))
    list.add("Counts", metric.definition)
    list.add("Name", "\(metric.rawValue), in checks, rules and [targets]")
    list.add("Window", metric.window.words)
    return list.facts
  }

  /// How many wait is judged by how long they do, too.
  private func target(of metric: Metric) -> String {
    let own = targets[metric]?.sentence(of: metric)
    guard metric == .waiting, let wait = targets[.longestWait]?.sentence(of: .longestWait) else {
      return own ?? "none"
    }
    return (own.map { $0 + "; also " } ?? "none of its own: ")
      + "judged by the longest wait, \(wait)"
  }

  private func standing(of metric: Metric, _ value: Double?, _ severity: Severity?) -> String {
    guard let value else { return "not known yet" }
    let target = targets[metric]
    guard let severity else { return target == nil ? "" : "within the target" }
    guard target?.severity(of: value, for: metric) == severity else {
      return "\(severity.word): see the longest wait"
    }
    return severity == .critical ? severity.word : "misses the target"
  }

  private func inputs(of metric: Metric) -> [Fact] {
    let inputs = board.inputs(of: metric)
    guard !inputs.isEmpty else { return [] }
    let values = inputs.map { $0.value.map($0.unit.text) ?? "–" }
    let widest = values.map(lettering.width(of:)).max() ?? 0
    let lines = zip(inputs, values).map { input, value in
      Fact.line([
        StyledText("  " + rightAligned(value, in: widest), .value),
        StyledText("  " + input.label.withoutUnderscores),
      ])
    }
    return [.blank, .heading("Made from")] + lines
  }

  private func lastHour(of metric: Metric, width: Int) -> [Fact] {
    let trend = Trend(board.samples(of: metric, read: context.reading[metric]))
    guard let top = trend.highest else { return [] }
    let scale = Self.scaleWidth
    let rows = trend.chart(
      width: min(RollingHour.minutes + 1, width - scale - 1), height: Self.chartHeight, glyphs)
    let lines = rows.enumerated().map { index, row in
      let mark = index == 0 ? metric.text(top) : index == rows.count - 1 ? "0" : ""
      return Fact.line([
        StyledText(rightAligned(mark, in: scale) + " ", .label), StyledText(row, .info),
      ])
    }
    let minutes = trend.samples.count - 1
    let span = minutes < 1 ? "in less than a minute" : "in \(minutes) min"
    let extremes = board.history.extremes(of: metric) ?? top...top
    let words =
      "lowest \(metric.text(extremes.lowerBound)), highest \(metric.text(extremes.upperBound)) \(span)"
    return [.blank, .heading("The last hour")] + lines
      + [.line([StyledText(String(repeating: " ", count: scale + 1) + words, .muted)])]
  }

  private func rightAligned(_ text: String, in width: Int) -> String {
    String(repeating: " ", count: max(0, width - lettering.width(of: text))) + text
  }

  private func origin(of metric: Metric) -> [Fact] {
    var list = FactList(context)
    list.heading("Where it comes from")
    list.add("Source", metric.source)
    list.add(
      "Age", board.age.map { $0 < 10 ? "received just now" : "received \(Durations.exact($0)) ago" }
    )
    if metric.window == .hour, let since = board.history.since, now.seconds(since: since) < 3_600 {
      list.add("Since", "\(timeOfDay(since)): not counted before")
    }
    let target = targets[metric]
    let isDefault = target == Targets.defaults[metric]
    list.add(
      "Set by", isDefault ? target == nil ? "nobody" : "default" : settings.configuration.path)
    let setting = target?.setting(of: metric) ?? "for example " + metric.exampleSetting
    list.add("To set it", "\(settings.configuration.words), [targets]: \(setting)")
    return list.facts
  }

  private static let scaleWidth = 8
  private static let chartHeight = 4
}
