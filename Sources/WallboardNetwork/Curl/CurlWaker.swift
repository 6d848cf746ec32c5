import CCurl

/// Wakes a ``CurlMulti`` that waits.
///
/// Unchecked, because `curl_multi_wakeup` "can be called from any thread and it wakes up a sleeping
/// `curl_multi_poll`"; ``CommandQueue`` sees to it that the handle is still there.
@safe
struct CurlWaker: @unchecked Sendable {
  private let multi: UnsafeMutableRawPointer

  init(multi: UnsafeMutableRawPointer) {
    unsafe self.multi = multi
  }

  func wake() {
    // It can only fail for want of a pipe, which libcurl would have noticed before.
    _ = unsafe curl_multi_wakeup(multi)
  }
}
