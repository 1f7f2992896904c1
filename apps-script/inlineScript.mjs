// Makes a script safe to stand inside an HTML file of Apps Script: HtmlService drops what looks like a comment even inside
// strings, reads "<?" as its own templates, and may spoil what is not ASCII.
import { parse } from 'acorn';

/** What must not stand anywhere in the script. The last ends it, or hides the rest, for any browser. */
export const FORBIDDEN = ['//', '/*', '<!--', '<?', '</script'];

const SLASH = '\\x2f';
const LESS = '\\x3c';
/** Control characters are no safer than letters from elsewhere. */
const NOT_PLAIN = /[^\t\n\r -~]/g;

/** The same script without what is forbidden: in names, strings, templates and regular expressions it is written by code. */
export function safeScript(code) {
  const pieces = [];
  let done = 0;
  for (const { start, end, text } of literals(code)) {
    pieces.push(code.slice(done, start), text);
    done = end;
  }
  return pieces.join('') + code.slice(done);
}

function literals(code) {
  const found = [];
  const tokens = [];
  parse(code, { ecmaVersion: 2022, onToken: tokens });
  for (const { type, start, end } of tokens) {
    const raw = code.slice(start, end);
    if (!needsCode(raw)) continue;
    if (type.label === 'regexp') found.push({ start, end, text: safeExpression(raw) });
    else if (type.label === 'name') found.push({ start, end, text: inAscii(raw) });
    else if (type.label === 'string' || type.label === 'template') found.push({ start, end, text: safeText(raw) });
  }
  return found;
}

function needsCode(raw) {
  return raw.search(NOT_PLAIN) !== -1 || FORBIDDEN.some((text) => raw.toLowerCase().includes(text));
}

function safeText(raw) {
  return inAscii(raw.replace(/\/(?=[/*])/g, SLASH).replace(/<(?=[?!]|\/script)/gi, LESS));
}

/** `/a\/*b/g`: a slash inside is always escaped, but for those in brackets. The "<" of a lookbehind, `(?<!…)`, must stay. */
function safeExpression(raw) {
  const last = raw.lastIndexOf('/');
  const body = raw
    .slice(1, last)
    .replace(/\\\//g, SLASH)
    .replace(/\//g, SLASH)
    .replace(/(?<!\(\?)<(?=[?!])/g, LESS);
  return `/${inAscii(body)}${raw.slice(last)}`;
}

/** Unit by unit: two halves of a character make it again wherever they stand together. */
function inAscii(text) {
  return text.replace(NOT_PLAIN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
