// Generates annexes without contradiction: every part is drawn from its whole, every subset from its set.
import fc from 'fast-check';
import type { Cell, Key } from '../../core/index.ts';

export type Figures = Readonly<Partial<Record<Key, Cell>>>;

/** Draws, each 0 to 1000 thousandths of what is left to draw from. */
const draws = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 72, maxLength: 72 });

export const consistentAnnex: fc.Arbitrary<Figures> = draws.map((thousandths) => {
  const rest = [...thousandths];
  const upTo = (whole: number) => Math.floor((whole * (rest.pop() ?? 0)) / 1000);
  const between = (least: number, most: number) => least + upTo(most - least);
  return { ...direction(between), ...institutions(upTo), ...procedures(upTo, between), ...offices(upTo, between) };
});

type UpTo = (whole: number) => number;
type Between = (least: number, most: number) => number;

function direction(between: Between): Figures {
  const planned = between(1, 60);
  const assigned = between(0, 60);
  const inTime = between(0, assigned);
  const found = between(0, 9);
  return {
    '1.1.1': planned,
    '1.1.2': between(0, planned),
    '1.1.3': between(0, 40),
    '1.2.1': between(1, 9),
    '1.2.2': found,
    '1.2.3': between(0, found),
    '1.3.1': assigned,
    '1.3.2': inTime,
    '1.3.3': between(0, assigned - inTime),
    '1.4.1': between(0, 200),
    '1.4.2': between(0, 2),
    '1.5': between(0, 1),
  };
}

function institutions(upTo: UpTo): Figures {
  const issued = upTo(9);
  const examined = upTo(20);
  const reviewed = upTo(20);
  const proposed = upTo(examined + reviewed);
  return { '2.1': issued, '2.2': examined, '2.3': reviewed, '2.4': proposed, '2.5': upTo(proposed) };
}

function procedures(upTo: UpTo, between: Between): Figures {
  const stock = between(1, 400);
  const received = split(between(0, 2000), upTo);
  const solved = received.map(upTo);
  const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
  const atOneStop = upTo(stock);
  const [level3, level4] = [upTo(stock), upTo(stock)];
  return {
    '3.1.1': upTo(stock),
    '3.1.2': upTo(50),
    '3.1.3': stock,
    '3.2.1': atOneStop,
    '3.2.2': upTo(stock - atOneStop),
    '3.2.3': stock - atOneStop,
    '3.2.4': between(2, 100),
    '3.2.5': between(2, 100),
    '3.2.6': upTo(stock),
    '3.3.1': total(received),
    ...keyed('3.3.1', received),
    '3.3.2': total(solved),
    ...keyed('3.3.2', solved),
    '3.3.3': upTo(Math.floor(total(solved) / 2)),
    '3.3.4': upTo(Math.floor(total(solved) / 2)),
    '3.4.1': upTo(total(solved)),
    '3.4.2': upTo(total(solved)),
    '3.4.3': upTo(stock),
    '3.5': upTo(total(received) - total(solved)),
    '7.5.1': level3,
    '7.5.2': level4,
  };
}

/** Four parts that add up to the whole. */
function split(whole: number, upTo: UpTo): readonly number[] {
  const first = upTo(whole);
  const second = upTo(whole - first);
  const third = upTo(whole - first - second);
  return [first, second, third, whole - first - second - third];
}

function keyed(key: '3.3.1' | '3.3.2', parts: readonly number[]): Figures {
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  return { [`${key}.a`]: a, [`${key}.b`]: b, [`${key}.c`]: c, [`${key}.d`]: d };
}

function offices(upTo: UpTo, between: Between): Figures {
  const quota = between(1, 40);
  const present = between(1, quota);
  const leaders = upTo(present);
  const staff = upTo(present - leaders);
  const electronic = between(2, 100);
  return {
    '4.1': present,
    '4.1.1': quota,
    '4.1.2': present,
    '4.1.3': upTo(quota),
    '5.4': leaders + staff,
    '5.4.1': upTo(1),
    '5.4.2': between(2, 100),
    '5.4.5': leaders,
    '5.4.6': staff,
    '6.1': upTo(1),
    '6.2': upTo(1),
    '7.1': upTo(2),
    '7.2.1': upTo(1),
    '7.2.3': between(1, 900),
    '7.2.3.a': electronic,
    '7.2.3.b': 100 - electronic,
    '7.4.1': upTo(1),
    '7.6': upTo(1),
  };
}
