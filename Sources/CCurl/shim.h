#ifndef WALLBOARD_CCURL_SHIM_H
#define WALLBOARD_CCURL_SHIM_H

// The checks are macros that look at literal arguments; here the arguments are parameters.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// Numbers that are macros in one release and enumerators in another, of one type or another: what
// Swift sees of them differs. Here they have the type that they are used with.

static const long CCurl_global_all = CURL_GLOBAL_ALL;
static const long CCurl_tls_1_2 = CURL_SSLVERSION_TLSv1_2;
static const long CCurl_http_1_1 = CURL_HTTP_VERSION_1_1;
static const int CCurl_go_on = CURLPAUSE_CONT;
static const size_t CCurl_write_pause = CURL_WRITEFUNC_PAUSE;
static const size_t CCurl_write_error = CURL_WRITEFUNC_ERROR;
static const short CCurl_wait_in = CURL_WAIT_POLLIN;
static const short CCurl_wait_out = CURL_WAIT_POLLOUT;

// curl_easy_setopt and curl_easy_getinfo are variadic, so they cannot be called from Swift: one
// function for each kind of value that is used.

static inline CURLcode CCurl_setopt_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

// libcurl keeps a copy of the string.
static inline CURLcode CCurl_setopt_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode CCurl_setopt_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

typedef size_t (*CCurl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode CCurl_set_header_receiver(
    CURL *easy, CCurl_receiver receiver, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, receiver);
  return code ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode CCurl_set_body_receiver(
    CURL *easy, CCurl_receiver receiver, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, receiver);
  return code ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode CCurl_getinfo_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode CCurl_getinfo_time(CURL *easy, CURLINFO info, double *seconds) {
  return curl_easy_getinfo(easy, info, seconds);
}

static inline CURLcode CCurl_getinfo_socket(CURL *easy, CURLINFO info, curl_socket_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

// The lines that describe the server's own certificate, which live as long as the handle; NULL without
// any.
static inline struct curl_slist *CCurl_getinfo_certificate(CURL *easy) {
  struct curl_certinfo *chain = NULL;
  if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == NULL) return NULL;
  return chain->num_of_certs > 0 ? chain->certinfo[0] : NULL;
}

// The result lies in a union; it is valid when the message is CURLMSG_DONE.
static inline CURLcode CCurl_message_result(const CURLMsg *message) {
  return message->data.result;
}

#endif
