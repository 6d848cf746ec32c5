package import WallboardBoard
import WallboardEvents
import WallboardRecording
import WallboardSystem

/// `wallboard report --from FILE`: what happened in a recording, or in a part of it.
package struct ReportPrint {
  /// What is printed.
  package enum Form: Sendable {
    case text, markdown, csv, json
  }

  private let source: RecordingSource
  private let settings: BoardSettings
  private let disclosure: Disclosure

  package init(_ settings: Settings, flags: [Setting: String], _ source: RecordingSource) {
    self.source = source
    let privacy = Privacy(
      mode: Settings.outputPrivacy(flags: flags), pseudonyms: source.reader.header.pseudonyms)
    self.settings = settings.board(privacy)
    disclosure = privacy.output
  }

  /// Reads the recording and prints what happened between those moments; from its beginning, to its end
  /// where there are none.
  package func run(_ form: Form, since: SeekTarget?, until: SeekTarget?) throws {
    var player = RecordingPlayer(source.reader, settings: settings, utcOffset: source.utcOffset)
    let beginning = try since.map { try source.moment(of: $0, typedFor: "--since") }
    let end = try until.map { try source.moment(of: $0, typedFor: "--until") }
    if let beginning, let end, end <= beginning {
      throw ReplayError("--until: it is not after --since.")
    }
    try play(&player, to: beginning, typedFor: "--since")
    player.beginReport()
    try play(&player, to: end, typedFor: "--until")
    if end == nil { player.playToEnd() }
    try player.checkReading()
    guard let report = player.report else { return }
    try print(report, of: player, as: form)
  }

  private func play(
    _ player: inout RecordingPlayer, to moment: Timestamp?, typedFor option: String
  ) throws {
    guard let moment else { return }
    player.play(to: moment)
    guard player.position < moment else { return }
    throw ReplayError("\(option): the recording ends before that moment.")
  }

  private func print(_ report: ShiftReport, of player: RecordingPlayer, as form: Form) throws {
    let board = player.state.board
    let workspace = source.reader.header.workspace.string
    let tables = ReportTables(
      report: report, board: board, alerts: settings.alerts, disclosure: disclosure,
      offsets: source.offsets, skippedLines: player.skipped,
      privacy: source.reader.header.privacy)
    let title = "Report of " + workspace
    let lines =
      switch form {
      case .text: ReportText(title: title, tables: tables.all).lines
      case .markdown: ReportMarkdown(title: title, tables: tables.all).lines
      case .csv: ReportCSV(tables: tables.all).lines
      case .json:
        [
          try JSONLineEncoder(disclosure).line(ReportDocument(workspace: workspace, tables: tables))
        ]
      }
    var writer = OutputWriter()
    for line in lines { writer.write(line: line) }
    writer.flush()
    if case .failed(let reason) = writer.end { throw ReplayError(reason) }
  }
}
