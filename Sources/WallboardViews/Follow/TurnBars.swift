import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A part of a turn, in the order in which they are drawn.
private enum TurnStage: CaseIterable {
  case caller, navigation, rendering, engine, firstAudio, tools, agent

  var sign: Sign {
    switch self {
    case .caller: .callerSpeech
    case .navigation: .navigationTime
    case .rendering: .renderingTime
    case .engine: .engineTime
    case .firstAudio: .audioTime
    case .tools: .toolTime
    case .agent: .aiSpeech
    }
  }

  /// In milliseconds; `nil` where it is not known.
  func length(in stages: TurnStages) -> Double? {
    switch self {
    case .caller: stages.callerSpeech
    case .navigation: stages.navigation
    case .rendering: stages.rendering
    case .engine: stages.ownEngine
    case .firstAudio: stages.firstAudio
    case .tools:
      stages.tools.isEmpty ? nil : stages.tools.reduce(0) { $0 + $1.milliseconds }
    case .agent: stages.agentSpeech
    }
  }
}

/// What the bars of a call's turns are drawn on: all on the same, so that they can be compared. It grows
/// in steps, for each step has all bars drawn anew.
struct TurnScale: Hashable {
  private static let steps: [Double] = [
    5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_200, 3_600,
  ]

  /// How many milliseconds are as long as a whole bar.
  let milliseconds: Double

  /// The least step that the longest turn fits.
  init(longest: Double) {
    milliseconds = (Self.steps.first { longest <= $0 * 1_000 } ?? longest / 1_000) * 1_000
  }

  /// The column at which a moment of the turn stands, of so many.
  func column(_ moment: Double, of width: Int) -> Int {
    guard milliseconds > 0, moment.isFinite else { return 0 }
    return Int((max(0, min(1, moment / milliseconds)) * Double(max(0, width))).rounded())
  }
}

extension EntryWriter {
  /// The columns of the time before a bar, and of the space behind it; where there is less room there is
  /// no bar.
  private var lengthWidth: Int { min(8, bodyWidth) }
  private var nameWidth: Int {
    max(0, min(max(12, bodyWidth * 2 / 5), 22, bodyWidth - lengthWidth))
  }

  /// One line, and one for each stage where it is unfolded.
  func lines(of stages: TurnStages, at time: Timestamp, isUnfolded: Bool) -> [PaneLine] {
    var body = [[length(stages.answer)] + bar(of: stages, width: bodyWidth - lengthWidth)]
    if isUnfolded { body += detail(of: stages) }
    return withLead(
      body, at: time, label: StyledText("answer", .muted), mark: StyledText(" ", .muted))
  }

  private func length(_ milliseconds: Double?) -> StyledText {
    let words = milliseconds.map { Durations.measured($0) } ?? ""
    let fitted = TextLayout.fitted(
      words, to: lengthWidth - 1, alignment: .right, ellipsis: glyphs.ellipsis)
    return StyledText(fitted + " ", .value)
  }

  /// The stages side by side; where no time is known the bar is blank.
  private func bar(of stages: TurnStages, width: Int) -> [StyledText] {
    var phrases: [StyledText] = []
    var column = 0
    for (stage, range) in ranges(of: stages) {
      let (start, end) = (
        scale.column(range.lowerBound, of: width), scale.column(range.upperBound, of: width)
      )
      if start > column {
        phrases.append(StyledText(String(repeating: " ", count: start - column)))
      }
      phrases.append(fill(stage, max(0, end - max(start, column))))
      column = max(column, end)
    }
    return phrases.filter { !$0.text.isEmpty }
  }

  private func fill(_ stage: TurnStage, _ columns: Int) -> StyledText {
    let sign = stage.sign
    let text = String(repeating: sign.text(glyphs), count: columns)
    return StyledText(text, sign.role).signed(sign)
  }

  /// When each stage began and ended, in milliseconds from the turn's beginning.
  private func ranges(of stages: TurnStages) -> [(TurnStage, ClosedRange<Double>)] {
    var moment = 0.0
    return TurnStage.allCases.compactMap { stage in
      if stage == .agent { moment = (stages.callerSpeech ?? 0) + stages.pause }
      guard let length = stage.length(in: stages), length > 0 else { return nil }
      defer { moment += length }
      return (stage, moment...moment + length)
    }
  }

  /// A line for each stage of which a time is known, each bar where it stands in the whole.
  private func detail(of stages: TurnStages) -> [[StyledText]] {
    let width = bodyWidth - nameWidth - lengthWidth
    var lines: [[StyledText]] = []
    for (stage, range) in ranges(of: stages) {
      let start = scale.column(range.lowerBound, of: width)
      // However short, it is seen.
      let end = min(width, max(start + 1, scale.column(range.upperBound, of: width)))
      lines.append(
        row(stage.sign.word, range.upperBound - range.lowerBound)
          + [StyledText(String(repeating: " ", count: start)), fill(stage, max(0, end - start))])
      guard stage == .tools, stages.tools.count > 1 || stages.tools.first?.name != nil else {
        continue
      }
      for tool in stages.tools.prefix(Self.eventLines) {
        lines.append(row("  " + (tool.name?.spoken ?? "a tool"), tool.milliseconds))
      }
    }
    guard lines.isEmpty else { return lines }
    return [[cut(StyledText("nothing is known of its stages", .muted))]]
  }

  private func row(_ name: String, _ milliseconds: Double) -> [StyledText] {
    let shown = context.lettering.fitted(name, to: max(0, nameWidth - 1))
    return [
      StyledText(TextLayout.fitted(shown, to: nameWidth), .label), length(milliseconds),
    ]
  }
}
