// A bounded memory for pure functions of a text: the same labels come back on sheet after sheet.

const AT_MOST = 5000;

interface Answer<T> {
  readonly result: T;
}

/**
 * The same function, with its last few thousand answers kept. They are properties of an object rather than entries of
 * a Map: engines keep a property's name as a text of its own, where a Map would hold on to the whole file that a
 * cell's text was cut from.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  let known: Record<string, Answer<T>> = Object.create(null);
  let size = 0;
  return (text) => {
    const before = known[text];
    if (before) return before.result;
    const result = answer(text);
    if (size >= AT_MOST) {
      known = Object.create(null);
      size = 0;
    }
    known[text] = { result };
    size++;
    return result;
  };
}

/** One value, made when it is first asked for: what checking never needs, starting to check does not wait for. */
export function lazily<T>(make: () => T): () => T {
  let made: Answer<T> | null = null;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}
