#include "CXMLShim.h"

#include <limits.h>
#include <pthread.h>
#include <string.h>

#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *parapet_native_error;
#else
typedef xmlErrorPtr parapet_native_error;
#endif

static _Thread_local const char *allowed_name;
static _Thread_local const char *allowed_bytes;
static _Thread_local int allowed_count;

static xmlParserInputPtr load_allowed(const char *url, const char *identifier, xmlParserCtxtPtr context) {
  (void)identifier;
  if (url == NULL || allowed_name == NULL || strcmp(url, allowed_name) != 0) return NULL;
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateMem(allowed_bytes, allowed_count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return NULL;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) xmlFreeParserInputBuffer(buffer);
  return input;
}

/* Errors of converting an encoding belong to no context; libxml2 would print them. */
static void stay_silent(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

static void initialize(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(load_allowed);
  xmlThrDefSetGenericErrorFunc(NULL, stay_silent);
}

void parapet_xml_initialize(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, initialize);
  xmlSetGenericErrorFunc(NULL, stay_silent);
}

static void report(void *user, parapet_native_error native) {
  parapet_xml_sink *sink = user;
  if (sink == NULL || native == NULL) return;
  const xmlNode *node = native->node;
  if (node != NULL && node->type != XML_ELEMENT_NODE) node = node->parent;
  parapet_xml_error error = {
      .code = native->code,
      .fatal = native->level >= XML_ERR_ERROR,
      .line = native->line,
      .message = native->message == NULL ? "" : native->message,
      .element = node,
  };
  sink->handler(sink->object, &error);
}

void parapet_xml_report_parser(xmlSAXHandler *handler) { handler->serror = report; }

void parapet_xml_report_schema(xmlSchemaParserCtxtPtr context, parapet_xml_sink *sink) {
  xmlSchemaSetParserStructuredErrors(context, report, sink);
}

void parapet_xml_report_validation(xmlSchemaValidCtxtPtr context, parapet_xml_sink *sink) {
  xmlSchemaSetValidStructuredErrors(context, report, sink);
}

void parapet_xml_allow(const char *name, const char *bytes, size_t count) {
  int usable = name != NULL && bytes != NULL && count <= INT_MAX;
  allowed_name = usable ? name : NULL;
  allowed_bytes = usable ? bytes : NULL;
  allowed_count = usable ? (int)count : 0;
}
