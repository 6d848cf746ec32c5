package import WallboardBoard

/// The filter of the command line, laid on every panel that knows its fields. Alerts and numbers are
/// hidden only by a filter that is for nothing else: what is wrong is to be seen whatever is looked at.
package struct StartFilter: Sendable {
  /// The filters, by the panel whose rows they are for.
  package let filters: [Panel: Filter]

  /// Reads the filter; throws what is wrong with it when no panel can make anything of it.
  package init(_ text: String) throws {
    do {
      let filter = try Filter(text)
      let fitting = Panel.allCases.filter(filter.fits)
      let lists = fitting.filter { $0 != .alerts && $0 != .numbers }
      let panels = lists.isEmpty ? fitting : lists
      filters = Dictionary(uniqueKeysWithValues: panels.map { ($0, filter) })
    } catch {
      throw SettingsError("--filter: \(error).")
    }
  }

  /// Shows only the rows that match.
  package func apply(to view: inout BoardView) {
    view.show(only: filters)
  }
}
