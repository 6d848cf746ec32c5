import Glibc

/// Writes all the bytes. A write that a signal has cut short goes on; a pipe or terminal that somebody
/// who shares it has set to non-blocking is waited for.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
      return unsafe write(descriptor, rest.baseAddress, rest.count)
    }
    if count > 0 {
      written += count
      continue
    }
    // What takes nothing and says nothing would be asked for ever.
    guard count < 0 else { throw SystemFailure(code: EIO) }
    switch errno {
    case EINTR: break
    case EAGAIN:
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&request, 1, -1)
    case let code: throw SystemFailure(code: code)
    }
  }
}
