// Escapes and decodes the text of XML.

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes the five entities of XML and character references; line ends become "\n" as XML demands. */
export function unescapeXml(text: string): string {
  const unified = text.indexOf('\r') < 0 ? text : text.replace(/\r\n?/g, '\n');
  if (unified.indexOf('&') < 0) return unified;
  return unified.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes text fit for XML content and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)
    .replace(/[\n\r\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
