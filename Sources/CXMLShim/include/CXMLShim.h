/* What Swift cannot say to libxml2 itself: its errors change type between releases, and its entity loader and
   its initialisation are global. */
#ifndef CXMLSHIM_H
#define CXMLSHIM_H

#include <stddef.h>

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED /* see CLibXML2/shim.h */
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

/* One error of libxml2, the same on every release. The message lives until the handler returns. */
typedef struct {
  int code;
  int fatal; /* 0 for a warning */
  long line;
  const char *_Nonnull message;
  const void *_Nullable element; /* the element that a schema finds wrong, or the one of the wrong attribute */
} parapet_xml_error;

typedef void (*parapet_xml_error_handler)(void *_Nonnull object, const parapet_xml_error *_Nonnull error);

/* The user data of every context: errors go to the handler with the object. */
typedef struct {
  void *_Nonnull object;
  parapet_xml_error_handler _Nonnull handler;
} parapet_xml_sink;

/* Prepares libxml2 once per process, makes it refuse to load anything from outside, and keeps it from printing. */
void parapet_xml_initialize(void);

/* Sends the errors of a parser to the sink, which must be its user data too. */
void parapet_xml_report_parser(xmlSAXHandler *_Nonnull handler);

/* Sends the errors of reading a schema, and of validating, to a sink. */
void parapet_xml_report_schema(xmlSchemaParserCtxtPtr _Nonnull context, parapet_xml_sink *_Nonnull sink);
void parapet_xml_report_validation(xmlSchemaValidCtxtPtr _Nonnull context, parapet_xml_sink *_Nonnull sink);

/* The one document that this thread may load until it is called with NULL, under the name a schema imports it. */
void parapet_xml_allow(const char *_Nullable name, const char *_Nullable bytes, size_t count);

#endif
