// Sets the figures that a sentence is about in bold.
import { writeNumber } from '../core/index.ts';

/** The sentence with every occurrence of these numbers in bold. */
export function Emphasis({ text, numbers }: { text: string; numbers: readonly (number | null)[] }) {
  const wanted = [...new Set(numbers.filter((one) => one !== null).map(writeNumber))];
  if (wanted.length === 0) return <>{text}</>;
  const whole = new RegExp(
    `(?<![\\d.,])(${wanted.map((one) => one.replace(/\./g, '\\.')).join('|')})(?![\\d]|[.,]\\d)`,
  );
  return (
    <>{text.split(whole).map((part, index) => (wanted.includes(part) ? <strong key={index}>{part}</strong> : part))}</>
  );
}
