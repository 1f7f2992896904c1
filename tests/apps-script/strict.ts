// Fakes stand in for Google's types: what is not faked throws by its name, and one place makes the types meet.

/** The fake as the real type; a member that the fake lacks throws instead of being undefined. */
export function strict<Real>(fake: object, name: string): Real {
  const guarded = new Proxy(fake, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'toJSON' || key === 'then')
        return Reflect.get(target, key, target);
      throw new Error(`not faked: ${name}.${key}`);
    },
  });
  originals.set(guarded, fake);
  return guarded as unknown as Real;
}

const originals = new WeakMap<object, object>();

/** The fake behind what a script hands back; what never was one is refused as Google refuses it. */
export function original<Fake extends object>(
  given: unknown,
  kind: new (...args: never[]) => Fake,
  method: string,
): Fake {
  const fake = typeof given === 'object' && given !== null ? originals.get(given) : undefined;
  if (fake instanceof kind) return fake;
  throw new Error(`The parameters (${typeof given}) don't match the method signature for SpreadsheetApp.${method}.`);
}
