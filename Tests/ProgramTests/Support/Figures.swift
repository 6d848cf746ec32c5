import Foundation

/// Figures for people; printed where `WALLBOARD_FIGURES` is set.
enum Figures {
  static let areWanted = ProcessInfo.processInfo.environment["WALLBOARD_FIGURES"] != nil

  static func note(_ text: @autoclosure () -> String) {
    if areWanted { print("figure:", text()) }
  }
}
