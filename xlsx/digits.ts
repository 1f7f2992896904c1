// Writes numbers in digits as Vietnamese does: decimal comma, thousands dot.

/** General shows at most this many characters, the decimal comma among them. */
const GENERAL_WIDTH = 11;

/** General: whole numbers below 10¹¹ as they are, others cut to eleven characters. */
export function formatGeneral(value: number | string): string {
  if (typeof value === 'string') return value;
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e11) return String(value === 0 ? 0 : value);
  const sign = value < 0 ? '-' : '';
  if (size >= 1e11 || size < 1e-9) return sign + scientific(size, 5, 2);
  const whole = Math.floor(size) === 0 ? 1 : String(Math.floor(size)).length;
  const shown = trimZeros(roundTo(size, Math.max(0, GENERAL_WIDTH - 1 - whole)));
  return Number(shown) < 1e-4 ? sign + scientific(size, 5, 2) : sign + shown.replace('.', ',');
}

function scientific(size: number, decimals: number, exponentDigits: number): string {
  const [mantissa = '0', exponent = '0'] = size.toExponential(decimals).split('e');
  const digits = String(Math.abs(Number(exponent))).padStart(exponentDigits, '0');
  return `${trimZeros(mantissa).replace('.', ',')}E${Number(exponent) < 0 ? '-' : '+'}${digits}`;
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Rounds half away from zero on the decimal digits people see, so that 1.005 with two decimals is 1.01. */
function roundTo(size: number, decimals: number): string {
  const text = String(size);
  if (text.includes('e') || decimals > 15) return size.toFixed(Math.min(decimals, 100));
  return (Math.round(Number(`${text}e${decimals}`)) / 10 ** decimals).toFixed(decimals);
}

/** The digit places of a number format: before and after its point, and whether thousands are parted. */
export interface DigitPlaces {
  readonly whole: string;
  readonly decimals: string;
  readonly grouped: boolean;
}

/** A size (no sign) put into digit places: "00" pads, "#" drops noughts. */
export function placeDigits(size: number, place: DigitPlaces): string {
  const exact = Number(size.toPrecision(15));
  const [digits = '0', fraction = ''] = roundTo(exact, place.decimals.length).split('.');
  const least = place.whole.replace(/[^0]/g, '').length;
  const padded = (digits === '0' ? '' : digits).padStart(least, '0');
  const grouped = place.grouped ? padded.replace(/\B(?=(\d{3})+$)/g, '.') : padded;
  const kept = place.decimals.replace(/[#?]+$/, '').length;
  let shown = fraction;
  while (shown.length > kept && shown.endsWith('0')) shown = shown.slice(0, -1);
  return shown ? `${grouped},${shown}` : place.decimals && !/[#?]/.test(place.decimals) ? `${grouped},` : grouped;
}
