#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED /* Debian builds libxml2 with ICU, whose types clash with Foundation's own copy */
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
