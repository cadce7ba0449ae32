"""The same fields with lxml.iterparse, one record in memory at a time. usage: reader.py FILE"""
import sys
from datetime import date

from lxml import etree

N = "{urn:parapet:funding:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
EPOCH = date(1970, 1, 1)


def text(element):
    return " ".join((element.text or "").split())


def day(value):
    return (date.fromisoformat(value[:10]) - EPOCH).days


def size(value):
    return len((value or "").encode())


s = dict.fromkeys(
    "records lines names texts textBytes languageBytes days deadlines stages money grants rates codes codeBytes "
    "addresses criteria criterionBytes parameters facts citations notStated".split(), 0)

for _, topic in etree.iterparse(sys.argv[1], tag=N + "opportunity", resolve_entities=False, no_network=True):
    record = {
        "level": topic.get("level"),
        "modified": day(topic.get("lastModified")),
        "line": topic.sourceline,
        "identifiers": [(e.get("scheme"), text(e)) for e in topic.findall(N + "identifier")],
        "codes": [(e.get("code"), e.get("vocabulary"), text(e))
                  for name in ("programme", "typeOfAction") for e in topic.findall(N + name)],
        "links": [e.get("ref") for e in topic.findall(N + "partOf")],
        "texts": [(e.get(LANGUAGE), text(e)) for e in topic.iter(N + "title", N + "description", N + "keyword")],
        "status": (topic.find(N + "status").get("sourceCode"), topic.findtext(N + "status")),
        "published": day(topic.findtext(N + "publicationDate")),
        "opening": day(topic.findtext(N + "openingDate")),
        "model": topic.findtext(N + "deadlineModel"),
        "deadlines": [(day(text(e)), text(e)[11:16], int(e.get("stage"))) for e in topic.findall(N + "deadline")],
        "landing": topic.findtext(N + "landingPage"),
        "documents": [(e.get("url"), e.get("format")) for e in topic.findall(N + "documentLink")],
        "missing": set(topic.findtext(N + "notStated").split()),
    }
    funding = topic.find(N + "funding")
    record["currency"] = funding.get("currency")
    record["amounts"] = [(e.tag, int(text(e)) * 100, e.get("year"), e.get("scope")) for e in funding.iter(
        N + "totalAmountAvailable", N + "minAwardAmount", N + "maxAwardAmount")]
    record["grants"] = int(funding.findtext(N + "estimatedAwardCount"))
    record["rates"] = [round(float(e.get("max")) * 10_000) for e in funding.findall(N + "fundingRate")]
    record["criteria"] = [
        (c.get("id"), c.get("kind"), c.get("grade"), c.get("source"), day(c.get("validFrom")),
         [(e.tag, dict(e.attrib)) for e in c]) for c in topic.iter(N + "criterion")]

    s["records"] += 1
    s["lines"] += record["line"]
    s["names"] += sum(size(v) for _, v in record["identifiers"]) + sum(size(v) for v in record["links"])
    s["texts"] += len(record["texts"])
    s["textBytes"] += sum(size(v) for _, v in record["texts"])
    s["languageBytes"] += sum(size(v) for v, _ in record["texts"])
    s["days"] += record["modified"] + record["published"] + record["opening"] + sum(d for d, _, _ in record["deadlines"])
    s["deadlines"] += len(record["deadlines"])
    s["stages"] += sum(n for _, _, n in record["deadlines"])
    s["money"] += sum(a[1] for a in record["amounts"])
    s["grants"] += record["grants"]
    s["rates"] += sum(record["rates"])
    s["codes"] += len(record["codes"])
    s["codeBytes"] += sum(size(a) + size(b) + size(c) for a, b, c in record["codes"])
    s["addresses"] += size(record["landing"]) + sum(size(u) for u, _ in record["documents"])
    for name, kind, _, source, _, parts in record["criteria"]:
        s["criteria"] += 1
        s["criterionBytes"] += size(name) + size(kind)
        s["citations"] += size(source)
        for tag, attributes in parts:
            if tag == N + "example":
                s["facts"] += len(attributes) - 1
            else:
                s["parameters"] += len(attributes)
    s["notStated"] += len(record["missing"])
    topic.clear()
    while topic.getprevious() is not None:
        del topic.getparent()[0]

print("records={records} lines={lines} names={names} texts={texts}/{textBytes}/{languageBytes} days={days} "
      "deadlines={deadlines}/{stages} money={money} grants={grants} rates={rates} codes={codes}/{codeBytes} "
      "addresses={addresses} criteria={criteria}/{criterionBytes} parameters={parameters} facts={facts} "
      "citations={citations} notStated={notStated}".format(**s))
