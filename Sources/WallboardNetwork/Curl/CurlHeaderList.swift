import CCurl

/// The header fields of a request, in the list that libcurl takes. It must live as long as the
/// handle that uses it.
@safe
final class CurlHeaderList {
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  /// Takes fields as `Name: value`.
  init(_ fields: [String]) throws(CurlFailure) {
    for field in fields {
      // libcurl copies the string, and leaves the list as it was when it cannot.
      guard let longer = unsafe curl_slist_append(list, field) else {
        throw CurlFailure.library(CURLE_OUT_OF_MEMORY.words)
      }
      unsafe list = longer
    }
  }

  deinit {
    unsafe curl_slist_free_all(list)
  }
}
