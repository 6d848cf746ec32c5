import WallboardBoard
import WallboardEvents

/// What a number of `config.toml` counts or measures, and how it may be written.
enum AmountUnit {
  case count
  case seconds
  case milliseconds
  /// A part of 1.
  case share
  case perSecond
  /// So many times what is usual.
  case times

  /// What may be written, for an error.
  var choices: String {
    switch self {
    case .count: "a number"
    case .seconds: "a length of time such as \"20s\" or \"1h30m\", or a number of seconds"
    case .milliseconds:
      "a length of time such as \"800ms\" or \"1.5s\", or a number of milliseconds"
    case .share: "a share such as \"25%\" or 0.25"
    case .perSecond: "a number for each second"
    case .times: "a number of times what is usual"
    }
  }

  fileprivate func read(_ text: String) -> Double? {
    switch self {
    case .seconds: TimeLength(text).map { Double($0.milliseconds) / 1_000 }
    case .milliseconds: TimeLength(text).map { Double($0.milliseconds) }
    case .share: text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : nil
    case .count, .perSecond, .times: nil
    }
  }

  fileprivate var range: ClosedRange<Double> {
    switch self {
    case .share: 0...1
    case .count, .seconds, .milliseconds, .perSecond, .times: 0...1e9
    }
  }
}

extension ConfigurationValue {
  /// The value in that unit, not negative.
  func amount(_ unit: AmountUnit) throws -> Double {
    let amount: Double? =
      switch content {
      case .whole(let number): Double(number)
      case .number(let number): number
      case .text(let text): unit.read(text)
      case .flag, .list, .table, .date: nil
      }
    guard let amount, unit.range.contains(amount) else { throw error(isNot: unit.choices) }
    return amount
  }

  /// A length of time in whole seconds.
  func seconds() throws -> Int64 { Int64(try amount(.seconds)) }
}
