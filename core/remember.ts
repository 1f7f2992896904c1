// A bounded memory for pure functions of a text: the same labels come back on sheet after sheet.

const AT_MOST = 5000;

/** The same function, with its last few thousand answers kept. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.result;
    const result = answer(text);
    if (known.size >= AT_MOST) known.clear();
    known.set(text, { result });
    return result;
  };
}
