import Foundation

@testable import WallboardScreen

/// Kinds of colour vision: what is left of light when one kind of cone is missing.
enum ColorVision: CaseIterable, Sendable {
  case protanopia, deuteranopia, tritanopia

  /// How unlike two colours look to such eyes: the distance in CIELAB, of which 2 can just be told
  /// apart side by side.
  func distance(_ left: RGB, _ right: RGB) -> Double {
    let (left, right) = (perceived(left), perceived(right))
    return sqrt(zip(left, right).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
  /// Deficiency" (2009), severity 1.0, on linear light.
  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  private func perceived(_ color: RGB) -> [Double] {
    let light = [color.red, color.green, color.blue].map(Self.linear)
    let seen = matrix.map { row in
      min(1, max(0, zip(row, light).map { $0 * $1 }.reduce(0, +)))
    }
    return Self.lab(seen)
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// CIE 1976, of linear sRGB with its white point D65.
  private static func lab(_ rgb: [Double]) -> [Double] {
    let toXYZ = [
      [0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047], [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883],
    ]
    let roots = toXYZ.map { row -> Double in
      let value = zip(row, rgb).map { $0 * $1 }.reduce(0, +)
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }
}
