#include "CCurlShim.h"

#include <curl/curl.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode initialised = CURLE_FAILED_INIT;

static void initialise(void) { initialised = curl_global_init(CURL_GLOBAL_ALL); }

parapet_curl *parapet_curl_open(void) {
  pthread_once(&once, initialise);
  return initialised == CURLE_OK ? (parapet_curl *)curl_easy_init() : NULL;
}

void parapet_curl_close(parapet_curl *curl) { curl_easy_cleanup((CURL *)curl); }

static parapet_curl_ending ending(CURLcode code) {
  switch (code) {
    case CURLE_OK: return parapet_curl_done;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST: return parapet_curl_no_host;
    case CURLE_COULDNT_CONNECT: return parapet_curl_no_connection;
    case CURLE_OPERATION_TIMEDOUT: return parapet_curl_too_slow;
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS: return parapet_curl_not_trusted;
    // A strange head, a part only, a head without end, nothing at all, a lost connection.
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_PARTIAL_FILE:
    case CURLE_OUT_OF_MEMORY:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM:
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
      return parapet_curl_cut_off;
    case CURLE_BAD_CONTENT_ENCODING: return parapet_curl_undecodable;
    case CURLE_FILESIZE_EXCEEDED: return parapet_curl_too_large;
    case CURLE_WRITE_ERROR: return parapet_curl_refused_by_taker;
    default: return parapet_curl_other;
  }
}

parapet_curl_ending parapet_curl_ask(parapet_curl *curl, const parapet_curl_question *question) {
  CURL *handle = (CURL *)curl;
  curl_easy_reset(handle);
  struct curl_slist *lines = NULL;
  for (size_t index = 0; index < question->header_count; index++) {
    struct curl_slist *longer = curl_slist_append(lines, question->headers[index]);
    if (longer == NULL) {
      curl_slist_free_all(lines);
      return parapet_curl_other;
    }
    lines = longer;
  }
  // An option that is refused is one that keeps us safe; then nothing is asked.
  int refused = CURLE_OK;
  refused |= curl_easy_setopt(handle, CURLOPT_URL, question->address);
#if LIBCURL_VERSION_NUM >= 0x075500
  refused |= curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  refused |= curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  refused |= curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  refused |= curl_easy_setopt(handle, CURLOPT_USERAGENT, question->agent);
  refused |= curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines);
  refused |= curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  refused |= curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  refused |= curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, question->slow_bytes);
  refused |= curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, question->slow_seconds);
  refused |= curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, question->slow_seconds * 1000);
  refused |= curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, question->milliseconds);
  refused |= curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)question->limit);
  refused |= curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, question->take_header);
  refused |= curl_easy_setopt(handle, CURLOPT_HEADERDATA, question->context);
  refused |= curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, question->take_body);
  refused |= curl_easy_setopt(handle, CURLOPT_WRITEDATA, question->context);
  if (question->body != NULL) {
    refused |= curl_easy_setopt(handle, CURLOPT_POST, 1L);
    refused |= curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)question->body_count);
    refused |= curl_easy_setopt(handle, CURLOPT_POSTFIELDS, question->body);
  }
  parapet_curl_ending result = refused ? parapet_curl_other : ending(curl_easy_perform(handle));
  // The handle must not keep what ends with this call.
  curl_easy_reset(handle);
  curl_slist_free_all(lines);
  return result;
}
