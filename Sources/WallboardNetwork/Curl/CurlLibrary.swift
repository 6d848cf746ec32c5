import CCurl
import Glibc

/// What has to be done once in a process before libcurl is used.
enum CurlLibrary {
  /// Sets libcurl up, the first time that it is called.
  static func start() throws(CurlFailure) {
    try check(code)
  }

  private static let code: CURLcode = {
    // libcurl and the TLS library write to sockets that the platform may have closed, and cannot
    // keep every one of these writes from raising the signal (CURLOPT_NOSIGNAL).
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(CCurl_global_all)
  }()
}
