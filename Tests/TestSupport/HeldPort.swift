import Glibc

/// A port of loopback that is nobody else's as long as this lives: it is taken, and not listened on.
///
/// Whoever connects is refused, until a server that shares its address (SO_REUSEADDR, as servers do)
/// listens there; it may go away and come back. A port that is given up instead is anybody's.
package final class HeldPort {
  package let number: Int
  private let socket: Int32

  /// A free one of `127.0.0.1`, or of `::1`.
  package init(isIPv6: Bool = false) throws(HeldPortFailure) {
    socket = Glibc.socket(isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var isShared: Int32 = 1
    let length = socklen_t(MemoryLayout<Int32>.size)
    let isSet = unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &isShared, length) == 0
    let port = isIPv6 ? Self.bind6(socket) : Self.bind4(socket)
    guard isSet, let port else {
      let code = errno
      close(socket)
      throw HeldPortFailure(code: code)
    }
    number = Int(UInt16(bigEndian: port))
  }

  deinit {
    close(socket)
  }

  private static func bind4(_ socket: Int32) -> in_port_t? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    return bind(socket, &address) ? address.sin_port : nil
  }

  private static func bind6(_ socket: Int32) -> in_port_t? {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_addr = in6addr_loopback
    return bind(socket, &address) ? address.sin6_port : nil
  }

  /// Takes any port of the address, which is then told.
  private static func bind<Address>(_ socket: Int32, _ address: inout Address) -> Bool {
    var length = socklen_t(MemoryLayout<Address>.size)
    return unsafe withUnsafeMutableBytes(of: &address) { bytes in
      guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return false
      }
      return unsafe Glibc.bind(socket, start, length) == 0
        && getsockname(socket, start, &length) == 0
    }
  }
}

/// The number of the system's error.
package struct HeldPortFailure: Error {
  let code: Int32
}
