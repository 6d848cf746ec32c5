extension WallboardState {
  /// Explains the number under the cursor of the numbers panel, else the first of the header.
  mutating func explain() {
    guard view.overlay == nil else { return }
    view.show(.explanation(selectedMetric ?? .waiting))
  }

  /// Explains the number that stands so many after this one, around the end.
  mutating func explainNext(_ step: Int) {
    guard case .explanation(let metric) = view.overlay,
      let index = Metric.allCases.firstIndex(of: metric)
    else { return }
    let count = Metric.allCases.count
    let next = (index + step % count + count) % count
    view.show(.explanation(Metric.allCases[next]))
  }

  private var selectedMetric: Metric? {
    guard view.focus == .numbers, case .metric(let metric) = view.panels[.numbers]?.current else {
      return nil
    }
    return metric
  }
}
