import CCurl
import Glibc
import WallboardEvents
import WallboardPlatform

/// libcurl's set-up, once in a process.
enum CurlLibrary {
  /// Sets libcurl up when it is called for the first time.
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

/// Why a transfer could not be set up; what happens to it later is a ``TransferFailure``.
package enum CurlFailure: Error {
  /// A call of libcurl failed; what its code means, in libcurl's words.
  case library(String)
  /// The environment names a proxy that cannot be used.
  case proxy(ProxyProblem)
}

extension CurlFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .library(let reason): "libcurl: \(reason)"
    case .proxy(let problem): "\(problem)"
    }
  }
}

extension AttemptEnd {
  /// The end of an attempt that could not even begin.
  init(_ failure: CurlFailure) {
    self = .transport(BoundedString(sentence: "\(failure)"))
  }
}

/// Throws unless a call of the easy interface went well.
func check(_ code: CURLcode) throws(CurlFailure) {
  guard code == CURLE_OK else { throw CurlFailure.library(code.words) }
}

/// Throws unless a call of the multi interface went well.
func check(_ code: CURLMcode) throws(CurlFailure) {
  guard code == CURLM_OK else {
    throw CurlFailure.library(
      unsafe curl_multi_strerror(code).map { unsafe String(cString: $0) } ?? "")
  }
}

extension CURLcode {
  /// What the code means, in libcurl's words. Unlike what libcurl says about one transfer
  /// (CURLOPT_ERRORBUFFER), they quote no address and no password in it.
  var words: String {
    unsafe curl_easy_strerror(self).map { unsafe String(cString: $0) } ?? ""
  }
}

extension CurlLibrary {
  /// The release of libcurl that is in use and of the TLS library behind it, such as
  /// `libcurl 8.14.1, OpenSSL/3.5.4`.
  static var version: String {
    let words = unsafe curl_version().map { unsafe String(cString: $0) } ?? "libcurl"
    return words.split(separator: " ").prefix(2).joined(separator: ", ")
      .replacing("libcurl/", with: "libcurl ")
  }
}
