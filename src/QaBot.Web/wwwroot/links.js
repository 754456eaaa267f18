// Addresses of places in documents. Offsets are UTF-16, half-open, as in all of QaBot and as in JavaScript's strings.

const path = (name) => name.split("/").map(encodeURIComponent).join("/");

/** The address of a document's page, which works without JavaScript. */
export const pageOf = (name) => `documents/${path(name)}`;

/** The fragment that opens this page at a place. The hash tells whether the document is still the one that was cited. */
export function fragmentOf({ document, start, end, documentHash }) {
  const hash = documentHash ? `&hash=${documentHash.replace("sha256:", "").slice(0, 12)}` : "";
  return `#doc=${encodeURIComponent(document)}&start=${start}&end=${end}${hash}`;
}

/** The place that a fragment names, or null. */
export function placeOf(fragment) {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  const name = values.get("doc");
  if (!name) return null;
  const [start, end] = [Number.parseInt(values.get("start"), 10), Number.parseInt(values.get("end"), 10)];
  const place = { document: name, documentHash: values.get("hash") };
  return start >= 0 && end > start ? { ...place, start, end } : { ...place, start: 0, end: 0 };
}

/** The page of a place, with its quote marked there and, by the words that are seen of it, by the browser itself (a text fragment). */
export function standaloneOf({ document, start, end }, quote) {
  const words = quote.split(/\s+/).filter(Boolean);
  const place = `${pageOf(document)}?start=${start}&end=${end}#quote`;
  if (words.length === 0) return place;
  const text = words.length > 10 ? [words.slice(0, 5), words.slice(-5)] : [words];
  const directive = text.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",");
  return `${place}:~:text=${directive}`;
}
