// Where the imbalance shows up again: another figure of the sheet that equals it often says what went wrong.
import type { Subject } from './check.ts';
import { type Decimal, isWhole } from './decimal.ts';
import { isKey } from './form.ts';
import { a1 } from './grid.ts';
import { INPUTS, type InputKey } from './inputs.ts';
import { valueAddress } from './locate.ts';
import type { Facts, Operand } from './rule.ts';
import { nameOf, nounOf, placeOf, type Template } from './template.ts';
import type { Key } from './templates/index.ts';
import { writeDecimal } from './vietnamese.ts';

/** Below this, equal numbers are mostly chance, except among the likeliest places. */
const TELLING = 3;
/** How many rows up and down count as neighbours. */
const NEIGHBOURS = 8;
/** Late dossiers are what an imbalance of dossiers most often turns out to be. */
const APOLOGIES: Key = '3.5';

/** "Số 4 này bằng số ở mục 3.5 (ô D60)." K and L first, then 3.5, then neighbours; "" when no figure equals it. */
export function sameImbalance(
  subject: Subject,
  facts: Facts,
  compared: readonly Operand[],
  key: Key,
  imbalance: Decimal | null,
): string {
  if (!imbalance || imbalance.digits === 0 || !isWhole(imbalance)) return '';
  if (compared.some((one) => isKey(one) && nounAt(subject, one) === '%')) return '';
  const size = Math.abs(imbalance.digits);
  const equals = (value: Decimal | null) => value !== null && isWhole(value) && value.digits === size;
  const input = (['K', 'L'] as const).find((one) => !compared.includes(one) && equals(facts.input(one)));
  if (input) return sentence(size, inputName(input), null);
  const row = neighbours(subject.template, key).find(
    (one) => !compared.includes(one) && equals(facts.figure(one)) && (one === APOLOGIES || size >= TELLING),
  );
  if (!row) return '';
  const address = valueAddress(subject.layout, row);
  return sentence(size, nameOf(subject.template, row), address && a1(address));
}

function inputName(key: InputKey): string {
  const name = INPUTS.find((input) => input.key === key)?.name ?? key;
  return `“Thông tin báo cáo” (${name})`;
}

function sentence(size: number, place: string, address: string | null): string {
  return `Số ${writeDecimal({ digits: size, decimals: 0 })} này bằng số ở ${place}${address ? ` (ô ${address})` : ''}.`;
}

/** What a row counts: "hồ sơ", "%". */
function nounAt(subject: Subject, key: Key): string {
  const row = subject.template.rows[placeOf(subject.template, key)];
  return row ? nounOf(row) : '';
}

/** A template never changes: the neighbours of each row are worked out once. */
const known = new WeakMap<Template<Key>, Map<Key, readonly Key[]>>();

function neighbours(template: Template<Key>, key: Key): readonly Key[] {
  const ofTemplate = known.get(template) ?? new Map<Key, readonly Key[]>();
  known.set(template, ofTemplate);
  const result = ofTemplate.get(key) ?? findNeighbours(template, key);
  ofTemplate.set(key, result);
  return result;
}

/** Rows that count the same thing, the row of apologies first when it lies in the same section, then the nearest. */
function findNeighbours(template: Template<Key>, key: Key): readonly Key[] {
  const own = placeOf(template, key);
  const ownRow = template.rows[own];
  const noun = ownRow ? nounOf(ownRow) : '';
  return template.rows
    .map((row, index) => ({ row, distance: row.key === APOLOGIES ? 0 : Math.abs(index - own) }))
    .filter(({ row, distance }) => row.kind === 'count' && distance <= NEIGHBOURS)
    .filter(({ row }) => row.key.split('.')[0] === key.split('.')[0])
    .filter(({ row }) => row.key === APOLOGIES || nounOf(row) === noun)
    .sort((one, other) => one.distance - other.distance)
    .map(({ row }) => row.key);
}
