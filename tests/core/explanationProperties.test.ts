// What holds for every reason, not only for those written down: properties, on generated sheets with a fixed seed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  type Change,
  type Finding,
  type Key,
  pl01b2024,
  planCheck,
  planReason,
  type Workbook,
} from '../../core/index.ts';
import { memoryHost } from '../hosts/memory.ts';
import { consistentAnnex, type Figures } from '../sheets/consistentAnnexes.ts';
import { situationWorkbook } from './workbooks.ts';

const SETTINGS = { numRuns: 30 } as const;
const REASON = 'Số này đã đối chiếu với sổ theo dõi';

/** Consistent figures with a few of them pushed up: some findings, of many rules. */
const faulty = fc
  .tuple(
    consistentAnnex,
    fc.array(fc.tuple(fc.constantFrom(...pl01b2024.rows.map(({ key }) => key)), fc.integer({ min: 1, max: 90 })), {
      minLength: 2,
      maxLength: 6,
    }),
  )
  .map(([figures, pushed]): Figures => {
    const more = pushed.map(([key, by]): [Key, number] => [key, Number(figures[key] ?? 0) + by]);
    return { ...figures, ...Object.fromEntries(more) };
  });

function applied(workbook: Workbook, changes: readonly Change[]): Workbook {
  const host = memoryHost(workbook);
  expect(host.apply(changes)).toEqual({ applied: true });
  return host.readWorkbook() as Workbook;
}

function checked(workbook: Workbook): Workbook {
  return applied(workbook, planCheck(analyze(workbook), workbook));
}

/** A reason for one finding, picked by number, saved as the pane saves it. */
function explained(workbook: Workbook, pick: number, inNote: boolean): { after: Workbook; finding: Finding } | null {
  const analysis = analyze(workbook);
  const finding = analysis.findings[pick % Math.max(1, analysis.findings.length)];
  if (!finding) return null;
  const changes = planReason(analysis, workbook, finding, { text: REASON, inNote, preset: null });
  return { after: applied(workbook, changes), finding };
}

function same({ rule, key }: Finding) {
  return (other: Finding) => other.rule === rule && other.key === key;
}

function substances({ findings, summary }: Analysis) {
  return { findings: findings.map(({ rule, key, explained: by, hint }) => [rule, key, by, hint]), summary };
}

function withFigure(workbook: Workbook, key: Key, by: number): Workbook {
  const at = analyze(workbook).report.get(key);
  if (!at) return workbook;
  const to = Number(at.cell ?? 0) + by;
  return applied(workbook, [{ kind: 'cell', sheet: 'Phụ lục 01b', at: at.address, from: at.cell, to }]);
}

const picks = [faulty, fc.nat(40), fc.boolean()] as const;

describe('a reason', () => {
  it('explains its finding and no other, whatever is planned and applied after', () => {
    fc.assert(
      fc.property(...picks, (figures, pick, inNote) => {
        const before = situationWorkbook({ figures });
        const done = explained(before, pick, inNote);
        if (!done) return;
        const once = analyze(done.after);
        expect(once.findings.filter((one) => one.explained).map(({ rule, key }) => [rule, key])).toEqual([
          [done.finding.rule, done.finding.key],
        ]);
        const { errors, warnings, infos } = analyze(before).summary;
        const now = once.summary;
        expect(now.errors + now.warnings + now.infos + now.explained).toBe(errors + warnings + infos);
        const again = checked(done.after);
        expect(substances(analyze(again))).toEqual(substances(once));
        expect(checked(again)).toEqual(again);
      }),
      SETTINGS,
    );
  });

  it('expires with every figure of its finding, and with no other', () => {
    fc.assert(
      fc.property(...picks, fc.nat(10), (figures, pick, inNote, which) => {
        const done = explained(situationWorkbook({ figures }), pick, inNote);
        if (!done) return;
        const own = new Set(done.finding.cells.map(({ key }) => key));
        const find = (book: Workbook) => analyze(book).findings.find(same(done.finding));
        const involved = [...analyze(done.after).report.keys()].filter((key) => own.has(key));
        const changedKey = involved[which % Math.max(1, involved.length)];
        const changed = changedKey && find(withFigure(done.after, changedKey, 1));
        if (changed) expect([changed.explained, changed.rejected?.reason]).toEqual([null, REASON]);
        const [other] = [...analyze(done.after).report.keys()].filter((key) => !own.has(key)).slice(which * 3);
        const kept = other && find(withFigure(done.after, other, 1));
        if (kept) expect(kept.explained?.reason).toBe(REASON);
      }),
      SETTINGS,
    );
  });
});
